import type { DiscoverySettings } from '@mortar/contract/network-discovery'
import { type Cover, coverFrom } from '@mortar/graph'
import type { Database, Reader } from '#platform/database.ts'
import { artefactNames, consentedTiesOf, type TiesOfWindow } from '../ties/consented.ts'
import type { Chart } from './compute/chart.ts'
import type { Inputs } from './compute/outcome.ts'
import { type Bearing, wordsIn } from './compute/words.ts'
import { partsOfWindow, windowOf } from './discovery.ts'
import { membersOfAll, placesOn, topicsWithPeople, unitsOn, wordsOfNames } from './queries/reading.ts'

/** What a computation reads, with what its numbers stand for. */
export interface Read {
  readonly inputs: Inputs
  readonly people: readonly string[]
  readonly communities: readonly string[]
  /** How many people work in each unit, not counting those below: by its number in the chart. */
  readonly sizes: Int32Array
}

/** Reads ties of people who may be computed with, the chart, and what gives communities their words. */
export async function readInputs(
  db: Database,
  settings: DiscoverySettings,
  tell: (share: number) => void,
): Promise<Read> {
  const spans = partsOfWindow(settings)
  const { people, windows } = await consentedTiesOf(db, {
    windows: [settings, ...spans].map(windowOf),
    sources: settings.sources ?? undefined,
    halfLife: settings.halfLife,
    tell: (share) => tell(0.8 * share),
  })
  tell(0.8)
  const [whole, ...quarters] = windows
  const parts = spans.map((span, nth) => ({ ...span, ties: quarters[nth]!.graph }))
  const number = new Map(people.map((id, at) => [id, at]))
  const { chart, sizes } = await chartOf(db, settings.to, people)
  const { communities, known } = await knownCommunities(db, number)
  const bearings = [...(await artefactWords(db, whole!)), ...(await topicWords(db, settings, number))]
  return { inputs: { ties: whole!.graph, parts, chart, known, bearings }, people, communities, sizes }
}

async function chartOf(
  db: Reader,
  day: string,
  people: readonly string[],
): Promise<{ chart: Chart; sizes: Int32Array }> {
  const [units, places] = await Promise.all([unitsOn(db, day), placesOn(db, day)])
  const numberOf = new Map(units.map(({ id }, at) => [id, at]))
  const placeOf = new Map(places.map(({ personId, unitId }) => [personId, numberOf.get(unitId) ?? -1]))
  const sizes = new Int32Array(units.length)
  for (const unit of placeOf.values()) if (unit >= 0) sizes[unit]!++
  const chart = {
    ids: units.map(({ id }) => id),
    parents: Int32Array.from(units, ({ parentId }) => (parentId ? (numberOf.get(parentId) ?? -1) : -1)),
    unitOf: Int32Array.from(people, (id) => placeOf.get(id) ?? -1),
  }
  return { chart, sizes }
}

async function knownCommunities(db: Reader, number: ReadonlyMap<string, number>) {
  const lists = Map.groupBy(await membersOfAll(db), ({ communityId }) => communityId)
  const known: Cover = coverFrom(
    [...lists.values()].map((members) => members.flatMap(({ personId }) => number.get(personId) ?? [])),
  )
  return { communities: [...lists.keys()], known }
}

const batch = 20_000

/** Words of the names of what people worked on. */
async function artefactWords(db: Reader, { works }: TiesOfWindow): Promise<Bearing[]> {
  if (works.artefacts.length === 0) return []
  const names = await wordsOfNames(db)
  const bearers = new Map<string, Set<number>>()
  const workers = Map.groupBy(works.artefacts.keys(), (at) => works.artefacts[at]!)
  const artefacts = [...workers.keys()]
  for (let from = 0; from < artefacts.length; from += batch) {
    for (const [artefact, name] of await artefactNames(db, artefacts.slice(from, from + batch)))
      for (const word of wordsIn(name, names)) {
        const people = bearers.get(word) ?? new Set()
        for (const at of workers.get(artefact)!) people.add(works.nodes[at]!)
        bearers.set(word, people)
      }
  }
  return [...bearers].map(([word, people]) => ({ word, from: 'artefact', people: Int32Array.from(people) }))
}

async function topicWords(
  db: Reader,
  settings: DiscoverySettings,
  number: ReadonlyMap<string, number>,
): Promise<Bearing[]> {
  const rows = await topicsWithPeople(db, windowOf(settings))
  return rows.map(({ word, from, personIds }) => ({
    word,
    from,
    people: Int32Array.from(personIds.flatMap((id) => number.get(id) ?? [])),
  }))
}
