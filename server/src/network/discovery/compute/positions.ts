import {
  brokerageOf,
  type Brokerage,
  type Cover,
  cutOffWithout,
  degreeOf,
  type Graph,
  membershipsOf,
  strengthOutsideUnit,
} from '@mortar/graph'
import { shownCount } from '#platform/few.ts'
import { type Level, unitAt } from './chart.ts'

/** People of one group with whom somebody has ties, and those of them who have a tie into another one only through them. */
interface Reach {
  readonly people: number | null
  readonly cutOff: number | null
}

/** How one person stands between units: for their own eyes, and even there nothing below five. */
export interface Position {
  /** Units by their numbers in the chart. */
  readonly unit: number
  readonly units: readonly (Reach & { unit: number })[]
  /** Pairs of known communities that the person is in, by their places in the cover: from people of `from` into `into`. */
  readonly between: readonly (Reach & { from: number; into: number })[]
  /** How much of the strength of their ties leads out of their unit: 0 to 1. */
  readonly outside: number
  /** People who would hang together with most of the others no longer. */
  readonly alone: number | null
  readonly roles: readonly { role: 'coordinator' | 'consultant' | 'broker' | 'liaison'; pairs: number }[]
}

/** Pairs of four people, each way: more than these have at least five people behind them. */
const pairsOfFour = 12
/** People with more ties than this are tied to whole units; pairs among so many say nothing of brokerage. */
const mostTies = 400

/** A function that tells the position of each person with ties out of their unit. O(arcs) once, then O(degree²) each. */
export function positionsIn(ties: Graph, level: Level, known: Cover): (person: number) => Position | undefined {
  const alone = cutOffWithout(ties)
  const outside = strengthOutsideUnit(ties, level.partition)
  const among = membershipsOf(known, ties.nodes)
  const communitiesOf = (person: number) => among.members.subarray(among.offsets[person]!, among.offsets[person + 1]!)
  const intoUnit = contactsBy(ties, (person) => [unitAt(level, person)])
  const intoCommunity = contactsBy(ties, communitiesOf)
  return (person) => {
    const unit = unitAt(level, person)
    const reached = reachFrom(ties, person, function* (other) {
      const there = unitAt(level, other)
      if (there >= 0 && there !== unit) yield [there, unit >= 0 && intoUnit(other, unit) === 1] as const
    })
    if (reached.size === 0) return undefined
    return {
      unit,
      units: shownReach(reached).map(([there, reach]) => ({ unit: there, ...reach })),
      between: betweenOwn(ties, person, communitiesOf, intoCommunity),
      outside: outside[person]! / strengthOf(ties, person),
      alone: shownCount(alone[person]!),
      roles: degreeOf(ties, person) > mostTies ? [] : rolesOf(brokerageOf(ties, level.partition, person, ties)),
    }
  }
}

/** Each two communities that somebody is in, where five people or more of one would lose their only tie into the other. */
function betweenOwn(
  ties: Graph,
  person: number,
  communitiesOf: (person: number) => Int32Array,
  into: (person: number, community: number) => number,
): Position['between'] {
  const own = communitiesOf(person)
  return [...own].flatMap((one) => {
    const reached = reachFrom(ties, person, function* (other) {
      const theirs = communitiesOf(other)
      if (theirs.includes(one)) return
      for (const there of theirs) if (own.includes(there)) yield [there, into(other, one) === 1] as const
    })
    return shownReach(reached).flatMap(([from, reach]) =>
      reach.people === null ? [] : [{ from, into: one, ...reach }],
    )
  })
}

type Counts = Map<number, { people: number; cutOff: number }>

/** Counts a person's contacts by group; `groups` tells those of each, and whether they are tied only through the person. */
function reachFrom(
  ties: Graph,
  person: number,
  groups: (other: number) => Iterable<readonly [group: number, onlyThrough: boolean]>,
): Counts {
  const reached: Counts = new Map()
  for (let arc = ties.offsets[person]!; arc < ties.offsets[person + 1]!; arc++)
    for (const [group, onlyThrough] of groups(ties.targets[arc]!)) {
      const count = reached.get(group) ?? { people: 0, cutOff: 0 }
      count.people++
      if (onlyThrough) count.cutOff++
      reached.set(group, count)
    }
  return reached
}

const shownReach = (reached: Counts) =>
  [...reached]
    .toSorted(([one], [other]) => one - other)
    .map(([group, { people, cutOff }]) => [group, { people: shownCount(people), cutOff: shownCount(cutOff) }] as const)

function strengthOf({ offsets, weights }: Graph, person: number): number {
  let sum = 0
  for (let arc = offsets[person]!; arc < offsets[person + 1]!; arc++) sum += weights[arc]!
  return sum
}

/** How many people of a group somebody has ties with. */
function contactsBy(
  ties: Graph,
  groupsOf: (person: number) => Iterable<number>,
): (person: number, group: number) => number {
  const known = new Map<number, Map<number, number>>()
  return (person, group) => {
    let counts = known.get(person)
    if (!counts) {
      counts = new Map()
      for (let arc = ties.offsets[person]!; arc < ties.offsets[person + 1]!; arc++)
        for (const there of groupsOf(ties.targets[arc]!)) counts.set(there, (counts.get(there) ?? 0) + 1)
      known.set(person, counts)
    }
    return counts.get(group) ?? 0
  }
}

/** Gould and Fernandez; ties here go both ways, so that gatekeeper and representative are one. */
function rolesOf({ coordinator, consultant, gatekeeper, representative, liaison }: Brokerage): Position['roles'] {
  const pairs = [
    ['coordinator', coordinator],
    ['consultant', consultant],
    ['broker', gatekeeper + representative],
    ['liaison', liaison],
  ] as const
  return pairs.filter(([, count]) => count > pairsOfFour).map(([role, count]) => ({ role, pairs: count / 2 }))
}
