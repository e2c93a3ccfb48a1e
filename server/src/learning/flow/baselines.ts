import { type Delivery, type Figures, figuresOf } from './figures.ts'
import { tellersOf, type World } from './world.ts'

interface Offer {
  readonly item: number
  readonly people: Int32Array
  readonly share: number
}

/**
 * What it would take to reach as much by sending to whole groups of people: by department, or to everybody (one group).
 * For each topic the shortest item is taken; where the largest share of a group told a topic it is sent first, until as
 * much of what was told is met. No limit of load holds it back: a baseline is given every advantage but the knowledge
 * of who wants what.
 */
export function sentToGroups(world: World, groups: readonly Int32Array[], reach: number, months: number): Figures {
  const offers = offersOf(world, groups)
  const deliver = (count: number): Delivery[] =>
    offers.slice(0, count).map(({ item, people }, at) => ({ item, people, month: at % months }))
  const met = metAfter(world, offers)
  const wanted = Math.min(reach * world.told.person.length, met.at(-1) ?? 0)
  const count = wanted <= 0 ? 0 : met.findIndex((sum) => sum >= wanted - 1e-9) + 1
  return figuresOf(world, deliver(count), months)
}

function offersOf(world: World, groups: readonly Int32Array[]): Offer[] {
  const shortest = shortestOf(world)
  const inside = new Uint8Array(world.people)
  const tellers = tellersOf(world)
  return groups
    .flatMap((people) => {
      inside.fill(0)
      for (const person of people) inside[person] = 1
      return tellers.flatMap((told, topic) => {
        const item = shortest[topic]!
        const count = told.people.reduce((sum, person) => sum + inside[person]!, 0)
        return item < 0 || count === 0 ? [] : [{ item, people, share: count / people.length }]
      })
    })
    .sort((one, other) => other.share - one.share || one.item - other.item)
}

/** By topic, the item with the least effort; -1 where there is none. */
function shortestOf({ broader, items }: World): Int32Array {
  const shortest = new Int32Array(broader.length).fill(-1)
  items.forEach(({ minutes, topics }, item) => {
    for (const topic of topics)
      if (shortest[topic]! < 0 || minutes < items[shortest[topic]!]!.minutes) shortest[topic] = item
  })
  return shortest
}

/** How much of what was told is met after each offer. */
function metAfter(world: World, offers: readonly Offer[]): number[] {
  const topics = world.broader.length
  const told = new Set<number>()
  world.told.person.forEach((person, at) => told.add(person * topics + world.told.topic[at]!))
  let met = 0
  return offers.map(({ item, people }) => {
    const { topics: of, passed } = world.items[item]!
    const without = new Set(passed)
    for (const person of people)
      if (!without.has(person)) for (const topic of of) if (told.delete(person * topics + topic)) met++
    return met
  })
}
