import type { FlowRules, FlowSend } from '@mortar/contract/learning-plans'
import type { Reader } from '#platform/database.ts'
import { departmentsOf } from '../departments.ts'
import { several } from '../flow/regions.ts'
import type { Item, Rules, Send, World } from '../flow/world.ts'
import { declaredInterests, sharedNeeds } from '../need/queries.ts'
import { allUnits, todayHere } from '../queries.ts'
import { cutAt, type Nested } from '../regions/cut.ts'
import {
  type CommunityRow,
  type ItemRow,
  knownCommunities,
  knownMembers,
  knownTopics,
  passedItems,
  plannedItems,
  presentPeople,
  type TopicRow,
  unitsOfPeople,
} from './queries/ground.ts'

/** What a plan starts from, with the ids behind its numbers. */
export interface Ground {
  readonly world: World
  readonly people: readonly string[]
  readonly topics: readonly TopicRow[]
  readonly communities: readonly CommunityRow[]
  readonly items: readonly ItemRow[]
  readonly departments: readonly Int32Array[]
}

export interface Told {
  personId: string
  topicId: string
  weight: number
}

/** Needs weigh by their gap; an interest weighs half of the smallest need. */
export async function toldBy(db: Reader): Promise<Told[]> {
  const told = new Map<string, Told>()
  for (const { personId, topicId } of await declaredInterests(db))
    told.set(`${personId} ${topicId}`, { personId, topicId, weight: 0.5 })
  for (const { personId, topicId, gap } of await sharedNeeds(db))
    told.set(`${personId} ${topicId}`, { personId, topicId, weight: gap })
  return [...told.values()]
}

/** Communities as they lie within each other, with who is in them. */
export async function nestedCommunities(db: Reader): Promise<{ rows: CommunityRow[]; nested: Nested[] }> {
  const rows = await knownCommunities(db)
  const members = Map.groupBy(await knownMembers(db), ({ communityId }) => communityId)
  const known = new Set(rows.map(({ id }) => id))
  const nested = rows.map(({ id, parentId }) => ({
    id,
    within: parentId !== null && known.has(parentId) ? parentId : undefined,
    people: new Set((members.get(id) ?? []).map(({ personId }) => personId)),
  }))
  return { rows, nested }
}

const placesOf = (ids: readonly string[]) => new Map(ids.map((id, at) => [id, at]))

/** `from`: the first month; what expires before a month ends is offered in none later. */
export async function groundFor(db: Reader, { cut, from }: Pick<FlowRules, 'cut' | 'from'>): Promise<Ground> {
  const { rows, nested } = await nestedCommunities(db)
  const [people, topics, items] = [
    await presentPeople(db),
    await knownTopics(db),
    await plannedItems(db, await todayHere(db)),
  ]
  const [person, topic] = [placesOf(people), placesOf(topics.map(({ id }) => id))]
  const shown = cutAt(nested, cut)
  const communities = shown.map(({ id }) => rows.find((row) => row.id === id)!)
  const tagged = items.filter((item) => item.topics.some((id) => topic.has(id)))
  const passed = Map.groupBy(await passedItems(db), ({ itemId }) => itemId)
  const numbers = (ids: Iterable<string>) => [...ids].flatMap((id) => person.get(id) ?? [])
  const told = (await toldBy(db)).filter(({ personId, topicId }) => person.has(personId) && topic.has(topicId))
  const world: World = {
    people: people.length,
    broader: Int32Array.from(topics, ({ parentId }) => (parentId === null ? -1 : (topic.get(parentId) ?? -1))),
    owner: ownersOf(topics, nested, communities),
    members: shown.map((one) => Int32Array.from(numbers(one.people)).sort()),
    told: {
      person: Int32Array.from(told, ({ personId }) => person.get(personId)!),
      topic: Int32Array.from(told, ({ topicId }) => topic.get(topicId)!),
      weight: Float64Array.from(told, ({ weight }) => weight),
    },
    items: tagged.map((item): Item => ({
      minutes: item.minutes,
      topics: item.topics.flatMap((id) => topic.get(id) ?? []),
      passed: numbers((passed.get(item.id) ?? []).map(({ personId }) => personId)),
      ...(item.expiresOn !== null && { until: monthsBetween(from, item.expiresOn) }),
    })),
  }
  return { world, people, topics, communities, items: tagged, departments: await departmentGroups(db, person) }
}

/** A topic of a community that was folded belongs to the one it went into. */
function ownersOf(topics: readonly TopicRow[], nested: readonly Nested[], shown: readonly CommunityRow[]) {
  const at = placesOf(shown.map(({ id }) => id))
  const around = new Map(nested.map(({ id, within }) => [id, within]))
  return Int32Array.from(topics, ({ communityId }) => {
    let id: string | undefined = communityId
    for (let steps = 0; id !== undefined && !at.has(id) && steps <= nested.length; steps++) id = around.get(id)
    return id === undefined ? -1 : (at.get(id) ?? -1)
  })
}

/** By how many months a day comes after the first month of a plan. */
export function monthsBetween(from: string, day: string): number {
  const months = (text: string) => 12 * Number(text.slice(0, 4)) + Number(text.slice(5, 7))
  return months(day) - months(from)
}

async function departmentGroups(db: Reader, person: ReadonlyMap<string, number>): Promise<Int32Array[]> {
  const departments = departmentsOf(await allUnits(db))
  const groups = Map.groupBy(await unitsOfPeople(db), ({ unitId }) => departments.get(unitId) ?? unitId)
  return [...groups.values()].map((group) =>
    Int32Array.from(group.flatMap(({ personId }) => person.get(personId) ?? [])).sort(),
  )
}

export const rulesOf = ({ months, minutesPerMonth, minutesForANeed, itemsPerTopic }: FlowRules): Rules => ({
  months,
  minutesPerMonth,
  itemsPerTopic,
  cost: minutesForANeed === 0 ? 0 : 1 / minutesForANeed,
})

/** Sends by number, with their place in the list; what is not there any more is left out. */
export function numbered(
  { items, topics, communities }: Ground,
  sends: readonly FlowSend[],
): { send: Send; at: number }[] {
  const places = [items, topics, communities].map((list) => placesOf(list.map(({ id }) => id)))
  return sends.flatMap(({ item, topic, community, month }, at) => {
    const [i, t] = [places[0]!.get(item), places[1]!.get(topic)]
    const c = community === null ? several : places[2]!.get(community)
    return i === undefined || t === undefined || c === undefined
      ? []
      : [{ send: { item: i, topic: t, community: c, month }, at }]
  })
}

export const named = ({ items, topics, communities }: Ground, { item, topic, community, month }: Send): FlowSend => ({
  item: items[item]!.id,
  topic: topics[topic]!.id,
  community: community === several ? null : communities[community]!.id,
  month,
})
