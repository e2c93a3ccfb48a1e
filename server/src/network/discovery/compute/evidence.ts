import { type Cover, communityCount, type Graph, membersOf, rewiringTest, seededRandom } from '@mortar/graph'

/** Ties among the people of a community, and how many there are when everybody's ties change partners. */
export interface Cohesion {
  readonly ties: number
  readonly mean: number
  /** Nine in ten rewired networks lie between. */
  readonly low: number
  readonly high: number
}

/** So many spreads around the mean hold nine in ten of a normal distribution. */
const nineInTen = 1.645
/** Exchanges of partners that are worth their time. */
const mostExchanges = 4_000_000

/** How often a network of so many ties is rewired: twenty times, or less where that would take minutes. */
export const rewiringsFor = (ties: number): number =>
  Math.max(5, Math.min(20, Math.floor(mostExchanges / (5 * ties + 1))))

/** Cohesion of each community against the rewired network; ties across units stay across where `units` are given. */
export function cohesionOf(network: Graph, cover: Cover, seed: number, units?: Int32Array): Cohesion[] {
  if (communityCount(cover) === 0) return []
  const rewirings = rewiringsFor(network.targets.length / 2)
  const tests = rewiringTest(network, cover, seededRandom(seed), { rewirings, ...(units && { units }) })
  return tests.map(({ ties, byChance, spread }) => ({
    ties,
    mean: byChance,
    low: Math.max(0, byChance - nineInTen * spread),
    high: byChance + nineInTen * spread,
  }))
}

/** How strongly each member is tied to the others, in the order of the members. */
export function strengthsInside(ties: Graph, members: Int32Array): Float64Array {
  const inside = new Set(members)
  return Float64Array.from(members, (person) => {
    let sum = 0
    for (let arc = ties.offsets[person]!; arc < ties.offsets[person + 1]!; arc++)
      if (inside.has(ties.targets[arc]!)) sum += ties.weights[arc]!
    return sum
  })
}

const leastCore = 5

/** The likely core: who is tied to the others at least half as strongly as members are on average; never fewer than five. */
export function coreOf(strengths: Float64Array): Uint8Array {
  const mean = strengths.reduce((sum, value) => sum + value, 0) / strengths.length
  const fifth = strengths.toSorted()[Math.max(0, strengths.length - leastCore)] ?? 0
  return Uint8Array.from(strengths, (value) => Number(value >= Math.min(mean / 2, fifth)))
}

/** Strength of the ties among each community's people, and how many of them have any. */
export function partOf(ties: Graph, cover: Cover): { strength: number; people: number }[] {
  return Array.from({ length: communityCount(cover) }, (_, community) => {
    const inside = strengthsInside(ties, membersOf(cover, community))
    return {
      strength: inside.reduce((sum, value) => sum + value, 0) / 2,
      people: inside.filter((value) => value > 0).length,
    }
  })
}
