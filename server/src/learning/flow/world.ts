/**
 * What a plan starts from, as plain lists: people, topics, communities and items are numbers from 0. Nobody's id is in
 * it. `told` holds only what people said aloud: needs they shared with a community, and declared interests.
 */
export interface World {
  readonly people: number
  /** By topic, the broader topic it lies under, or -1. */
  readonly broader: Int32Array
  /** By topic, the community it belongs to: an index of `members`, or -1 where that one is no part of the plan. */
  readonly owner: Int32Array
  /** By community (after the cut), its people, ascending. A person may be in several. */
  readonly members: readonly Int32Array[]
  /** Who told which topic, each pair once; weight above 0: how much it is needed. */
  readonly told: { readonly person: Int32Array; readonly topic: Int32Array; readonly weight: Float64Array }
  readonly items: readonly Item[]
}

export interface Item {
  /** Effort in minutes, above 0. */
  readonly minutes: number
  /** At least one. */
  readonly topics: readonly number[]
  /** The last month of the plan in which it is still offered, counted from 0; nothing where it does not expire. */
  readonly until?: number
  /** People who said "not for me", or did it: it is never for them again. */
  readonly passed: readonly number[]
}

export interface Rules {
  /** How many months are planned, at least 1. */
  readonly months: number
  /** The most minutes that a plan may ask of one person in one month. */
  readonly minutesPerMonth: number
  /** What a superfluous minute costs, in needs: 0.01 says that 100 superfluous minutes weigh as much as one need. */
  readonly cost: number
  /** At most so many items for one topic in one community. */
  readonly itemsPerTopic: number
}

/** Nothing is sent to fewer people: who is meant would be told. */
export const fewest = 5

/** One decision: an item, for a topic of it, to a community, in a month. */
export interface Send {
  readonly item: number
  readonly topic: number
  /** An index of the communities, or `several` (regions.ts). */
  readonly community: number
  readonly month: number
}

/** By topic, what people told: who, and how much. */
export interface Tellers {
  readonly people: Int32Array
  readonly weights: Float64Array
}

/** Groups what was told by topic; people ascending. */
export function tellersOf({ told, broader }: Pick<World, 'told' | 'broader'>): Tellers[] {
  const lines: [number, number][][] = Array.from(broader, () => [])
  told.person.forEach((person, at) => lines[told.topic[at]!]!.push([person, told.weight[at]!]))
  return lines.map((of) => {
    of.sort(([one], [other]) => one - other)
    return { people: Int32Array.from(of, ([person]) => person), weights: Float64Array.from(of, ([, weight]) => weight) }
  })
}

/** By person, the communities they are in, ascending. */
export function communitiesOf({ people, members }: Pick<World, 'people' | 'members'>): number[][] {
  const of: number[][] = Array.from({ length: people }, () => [])
  members.forEach((list, community) => list.forEach((person) => of[person]!.push(community)))
  return of
}
