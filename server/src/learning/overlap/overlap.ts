import type { OverlapRegion, OverlapSet, OverlapView } from '@mortar/contract/learning-overlap'
import type { Reader } from '#platform/database.ts'
import { apart, enough, mayDiffer } from '#platform/few.ts'
import { deliveriesOf } from '../flow/figures.ts'
import { groundFor, nestedCommunities, numbered, type Told, toldBy } from '../plan/ground.ts'
import { linkOf } from '../plan/present.ts'
import { knownTopics, plannedItems, type TopicRow } from '../plan/queries/ground.ts'
import { newestPlan } from '../plan/queries/plans.ts'
import { todayHere } from '../queries.ts'
import { type Circle, errorOf, threeCircles, twoCircles } from '../regions/circles.ts'
import { mostSets, regionsOf, setsIn } from '../regions/cross.ts'
import { cutAt, effectsOf } from '../regions/cut.ts'
import { hushBeside, type Shown } from '../regions/hush.ts'

interface Choice extends OverlapSet {
  who: ReadonlySet<string>
}

/** How sets of people overlap. What is asked for and not offered is left out. */
export async function overlapOf(db: Reader, keys: readonly string[], cut: number | undefined): Promise<OverlapView> {
  const { rows, nested } = await nestedCommunities(db)
  const [told, topics] = [await toldBy(db), await knownTopics(db)]
  const effects = effectsOf(nested)
  const depth = Math.min(cut ?? Infinity, effects.length - 1)
  const links = new Map(rows.map((row) => [row.id, linkOf(row)]))
  const offered = [
    ...cutAt(nested, depth).map(({ id, people }): Choice => {
      const community = links.get(id)!
      return {
        key: `community:${id}`,
        kind: 'community',
        id,
        name: community.name,
        community,
        people: people.size,
        who: people,
      }
    }),
    ...topicChoices(told, topics, new Set(nested.flatMap(({ people }) => [...people])), links),
  ].filter(({ people }) => enough(people))
  const byKey = new Map(offered.map((one) => [one.key, one]))
  const sets = [...new Set(keys)].flatMap((key) => byKey.get(key) ?? []).slice(0, mostSets)
  const plan = await newestPlan(db)
  const shown = sets.length === 0 ? [] : await regionsFor(db, sets, told, topics, plan)
  return {
    offered: offered.map(plain),
    sets: sets.map(plain),
    regions: shown,
    ...picture(sets, shown),
    cut: depth,
    cuts: effects.map(({ depth: at, communities, tooSmall, moved }) => ({
      depth: at,
      communities,
      tooSmall,
      moved: mayDiffer(moved) ? moved : null,
    })),
    plan: plan ? { id: plan.id, name: plan.name } : null,
  }
}

const plain = ({ key, kind, id, name, community, people }: Choice): OverlapSet => ({
  key,
  kind,
  id,
  name,
  community,
  people,
})

type Links = ReadonlyMap<string, ReturnType<typeof linkOf>>

function topicChoices(
  told: readonly Told[],
  topics: readonly TopicRow[],
  here: ReadonlySet<string>,
  links: Links,
): Choice[] {
  const tellers = Map.groupBy(told, ({ topicId }) => topicId)
  return topics.map(({ id, name, communityId }) => {
    const who = new Set((tellers.get(id) ?? []).flatMap(({ personId }) => (here.has(personId) ? [personId] : [])))
    return {
      key: `topic:${id}`,
      kind: 'topic',
      id,
      name,
      community: links.get(communityId) ?? null,
      people: who.size,
      who,
    }
  })
}

async function regionsFor(
  db: Reader,
  sets: readonly Choice[],
  told: readonly Told[],
  topics: readonly TopicRow[],
  plan: Awaited<ReturnType<typeof newestPlan>>,
): Promise<OverlapRegion[]> {
  const regions = regionsOf(sets.map(({ who }) => who))
  const shown = hushBeside(new Map([...regions].map(([key, { size }]) => [key, size])), sets.length)
  const sends = plan ? await sendsOf(db, plan) : []
  const name = new Map(topics.map((topic) => [topic.id, { id: topic.id, name: topic.name }]))
  return [...regions]
    .map(([key, people]) => {
      const count = countOf(shown.get(key)!)
      const hushed = count === null || count === 0
      return {
        sets: setsIn(key),
        people: count,
        planned: hushed ? [] : plannedFor(people, sends),
        lacks: hushed ? [] : lackedBy(people, told, sends).flatMap((id) => name.get(id) ?? []),
      }
    })
    .sort((one, other) => one.sets.length - other.sets.length || one.sets.join().localeCompare(other.sets.join()))
}

const countOf = (shown: Shown): number | null => (shown === 'few' ? null : shown)

interface Sent {
  topic: string
  item: { id: string; title: string }
  people: ReadonlySet<string>
}

/** What the newest plan sends, and to whom that goes today. */
async function sendsOf(
  db: Reader,
  { sends, rules }: NonNullable<Awaited<ReturnType<typeof newestPlan>>>,
): Promise<Sent[]> {
  const ground = await groundFor(db, rules)
  const titles = new Map((await plannedItems(db, await todayHere(db))).map(({ id, title }) => [id, title]))
  const known = numbered(ground, sends)
  const deliveries = deliveriesOf(
    ground.world,
    known.map(({ send }) => send),
  )
  return known.map(({ send, at }, n) => ({
    topic: ground.topics[send.topic]!.id,
    item: { id: sends[at]!.item, title: titles.get(sends[at]!.item) ?? '' },
    people: new Set(Array.from(deliveries[n]!.people, (person) => ground.people[person]!)),
  }))
}

const common = (one: ReadonlySet<string>, other: ReadonlySet<string>) => (one.size + other.size - apart(one, other)) / 2

const most = 12

function plannedFor(people: ReadonlySet<string>, sends: readonly Sent[]): Sent['item'][] {
  const items = sends.filter((send) => enough(common(people, send.people))).map(({ item }) => item)
  return [...new Map(items.map((item) => [item.id, item])).values()].slice(0, most)
}

/** Topics that at least five of them told and on which nothing is sent to five of them. */
function lackedBy(people: ReadonlySet<string>, told: readonly Told[], sends: readonly Sent[]): string[] {
  const of = Map.groupBy(
    told.filter(({ personId }) => people.has(personId)),
    ({ topicId }) => topicId,
  )
  const served = new Set(sends.filter((send) => enough(common(people, send.people))).map(({ topic }) => topic))
  return [...of]
    .filter(([topic, lines]) => enough(lines.length) && !served.has(topic))
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([topic]) => topic)
    .slice(0, most)
}

/** Circles for two or three sets. What they have in common must be known for each two of them. */
function picture(
  sets: readonly OverlapSet[],
  regions: readonly OverlapRegion[],
): Pick<OverlapView, 'circles' | 'error'> {
  const nothing = { circles: null, error: null }
  const both = (one: number, other: number): number | null =>
    regions
      .filter(({ sets: of }) => of.includes(one) && of.includes(other))
      .reduce<number | null>((sum, { people }) => (sum === null || people === null ? null : sum + people), 0)
  if (sets.length === 2) {
    const shared = both(0, 1)
    return shared === null ? nothing : { circles: twoCircles(sets[0]!.people, sets[1]!.people, shared), error: null }
  }
  if (sets.length !== 3) return nothing
  const pairs = [both(0, 1), both(0, 2), both(1, 2)]
  const alone = regions.filter(({ people }) => people !== null)
  if (pairs.some((pair) => pair === null) || alone.length < regions.length) return nothing
  const circles: Circle[] = threeCircles(
    sets.map(({ people }) => people),
    pairs as number[],
  )
  const counts = new Map(regions.map(({ sets: of, people }) => [of.reduce((key, n) => key | (1 << n), 0), people!]))
  return { circles, error: errorOf(circles, counts) }
}
