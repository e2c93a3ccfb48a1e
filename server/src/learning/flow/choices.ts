import { type Region, regionsOf } from './regions.ts'
import type { Rules, World } from './world.ts'

/** One thing that may be decided: an item to a region. */
export interface Choice {
  readonly item: number
  readonly region: Region
  readonly minutes: number
  /** Needs met, weighted, minus what superfluous minutes cost; above 0. */
  readonly value: number
  /** Of the region's people, how many told a topic of the item and neither passed it by nor did it. */
  readonly relevant: number
  /** The last month in which it may be sent, from 0. */
  readonly until: number
}

/** The choices for one topic in one community, of which a few may be taken. */
export interface Group {
  readonly region: Region
  readonly choices: readonly Choice[]
}

/**
 * All that is worth deciding. The relevance of a region for an item is the share of its people who told one of the
 * item's topics and neither said "not for me" nor did it. A choice that costs more than it brings is left out, and so
 * is an item that does not fit into a month.
 */
export function choicesOf(world: World, rules: Rules): { groups: Group[]; outside: number } {
  const { regions, outside } = regionsOf(world)
  const byTopic: Region[][] = Array.from(world.broader, () => [])
  for (const region of regions) byTopic[region.topic]!.push(region)
  const groups = new Map<Region, Choice[]>()
  const wanting = wantingOf(world)
  world.items.forEach((item, at) => {
    if (item.minutes > rules.minutesPerMonth) return
    const wants = wanting(at)
    for (const topic of item.topics)
      for (const region of byTopic[topic]!) {
        const choice = choiceOf(at, region, world, rules, wants)
        if (choice.value > 0 && choice.until >= 0)
          (groups.get(region) ?? groups.set(region, []).get(region)!).push(choice)
      }
  })
  return { groups: [...groups].map(([region, choices]) => ({ region, choices })), outside }
}

function choiceOf(item: number, region: Region, { items }: World, rules: Rules, wants: Wants): Choice {
  const { minutes, until = rules.months - 1 } = items[item]!
  let relevant = 0
  for (const person of region.people) if (wants(person)) relevant++
  let met = 0
  region.tellers.forEach((person, at) => (met += wants(person) ? region.weights[at]! : 0))
  const value = met - rules.cost * minutes * (region.people.length - relevant)
  return { item, region, minutes, value, relevant, until: Math.min(until, rules.months - 1) }
}

export type Wants = (person: number) => boolean

/** Tells of an item who told one of its topics and neither passed it by nor did it. The answer holds until the next is asked. */
export function wantingOf(world: World): (item: number) => Wants {
  const tellers: number[][] = Array.from(world.broader, () => [])
  world.told.person.forEach((person, at) => tellers[world.told.topic[at]!]!.push(person))
  const mark = new Int32Array(world.people).fill(-1)
  return (item) => {
    const { topics, passed } = world.items[item]!
    for (const topic of topics) for (const person of tellers[topic]!) mark[person] = item
    for (const person of passed) mark[person] = -1
    return (person) => mark[person] === item
  }
}
