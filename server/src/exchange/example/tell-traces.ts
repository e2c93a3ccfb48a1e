import { below, seededRandom, shuffled } from '@mortar/graph'
import type { ToldSource } from '#network/index.ts'
import { type Example, slugOf } from './example.ts'
import type { Telling } from './telling.ts'

/** People of all four departments who solve together how somebody gets about safely at home. Nobody has named it yet. */
const unnamed = `marika.hietala otso.laine teemu.rasanen hanne.virolainen reetta.kangas arja.heinonen kimmo.vartia
  linda.ahlgren jenni.paananen jukka.ruotsalainen veera.lindqvist kati.savela kirsi.nieminen aleksi.moilanen
  riikka.auvinen lauri.pulkkinen`.split(/\s+/)

/** What they keep together, by the names of the files alone. */
const artefacts = [
  'Home safety/Grab bars and thresholds.xlsx',
  'Home safety/Falls at night checklist.docx',
  'Home safety/Which wheelchair through which door.xlsx',
  'Home safety/Bathroom photos.pptx',
]

const purpose = 'To see which communities live between our departments, and to ask their people first.'
const legalGround = 'Agreement with the works council; counts for each pair and week only, never a message.'
const day = 86_400_000

/** A year of invented traces: who wrote to whom, who met, who worked on which file. Seeded; the same for each load. */
export function tellTraces(telling: Telling, now: Date): ToldSource[] {
  const { example, id } = telling
  const here = example.people.filter(({ to }) => to === '')
  const people = here.map((person) => ({ id: id('person', slugOf(person)), alias: person.email }))
  const pairs = pairsOf(example, here.map(slugOf))
  const source = { purpose, legalGround, announcedAt: new Date(now.getTime() - 200 * day), people }
  const told = (seed: number, often: number, audience: number) =>
    tiesOf(
      pairs.filter((_, at) => at % 5 < often),
      { seed, audience, now },
    ).map(({ from, to, ...tie }) => ({
      ...tie,
      from: people[from]!.id,
      to: people[to]!.id,
    }))
  return [
    { ...source, name: 'Messages', kind: 'messages', channel: 'chat', ties: told(1, 5, 1), works: [] },
    { ...source, name: 'Calendar', kind: 'meetings', channel: 'meeting', ties: told(2, 2, 4), works: [] },
    { ...source, name: 'Shared files', kind: 'artefacts', channel: 'file', ties: [], works: worksOf(telling, now) },
  ]
}

/** What its people do here is a source as well. */
export const ownActivity = (now: Date) => ({
  name: 'Mortar',
  purpose,
  legalGround,
  announcedAt: new Date(now.getTime() - 200 * day),
})

type Pair = readonly [one: number, other: number]

/** Who turns to whom: often in one's own unit, seldom across, and in communities as if there were no departments. */
export function pairsOf(example: Example, slugs: readonly string[]): Pair[] {
  const random = seededRandom(77)
  const unitOf = slugs.map((slug) => departmentOf(example, example.people.find((one) => slugOf(one) === slug)!.unit))
  const circles = [unnamed, ...['physiotherapists', 'psychologists'].map((slug) => membersNow(example, slug))]
  const ofCircle = circles.map((circle) => new Set(circle.map((slug) => slugs.indexOf(slug))))
  const pairs: Pair[] = []
  for (let one = 0; one < slugs.length; one++)
    for (let other = one + 1; other < slugs.length; other++) {
      const together = ofCircle.some((circle) => circle.has(one) && circle.has(other))
      const chance = together ? 0.92 : unitOf[one] === unitOf[other] ? 0.25 : 0.01
      if (random() < chance) pairs.push([one, other])
    }
  return pairs
}

function departmentOf({ units }: Example, unit: string): string {
  const { id, parent } = units.find((one) => one.id === unit)!
  return parent === '' || units.find((one) => one.id === parent)!.parent === ''
    ? id
    : departmentOf({ units } as Example, parent)
}

const membersNow = ({ communities }: Example, slug: string): string[] =>
  communities.get(slug)!.members.flatMap(({ person, leftAt }) => (leftAt === undefined ? person : []))

/** Some weeks of the last year for each pair, a few times each, both ways. */
function tiesOf(pairs: readonly Pair[], { seed, audience, now }: { seed: number; audience: number; now: Date }) {
  const random = seededRandom(seed)
  return pairs.flatMap(([one, other]) =>
    [...shuffled(50, random).subarray(0, 4 + below(random, 4))].flatMap((week) => {
      const at = new Date(now.getTime() - (week + 1) * 7 * day)
      const times = 1 + below(random, 3)
      return [
        { from: one, to: other, at, times, audience },
        { from: other, to: one, at, times, audience },
      ]
    }),
  )
}

function worksOf({ id }: Telling, now: Date): ToldSource['works'] {
  const random = seededRandom(3)
  return unnamed.flatMap((slug) =>
    artefacts
      .filter(() => random() < 0.7)
      .map((artefact) => ({
        person: id('person', slug),
        artefact,
        at: new Date(now.getTime() - (1 + below(random, 40)) * 7 * day),
        times: 1 + below(random, 3),
      })),
  )
}
