import type { Cover } from '../communities/cover.ts'
import { communityCount } from '../communities/cover.ts'
import { evidenceFor } from '../communities/significance/evidence.ts'
import { nullModel } from '../communities/significance/null-model.ts'
import type { Graph } from '../graph/graph.ts'
import type { Random } from '../random.ts'
import { rewired } from './rewire.ts'

export interface CohesionTest {
  /** Ties inside the community, on average over rewired networks, and how often these had as many. */
  readonly ties: number
  readonly byChance: number
  readonly spread: number
  /** (1 + rewired networks with as many) / (1 + rewired networks): never 0. */
  readonly chance: number
}

/**
 * Cohesion of each community against networks in which everybody keeps the number of their ties but partners are
 * exchanged. With `units`, ties across units stay across. It tests a set of people given beforehand; for communities
 * found in the same network it is a description, their test is their gain (`Evidence`).
 * O(rewirings · swaps · ties).
 */
export function rewiringTest(
  graph: Graph,
  cover: Cover,
  random: Random,
  { rewirings = 20, units }: { rewirings?: number; units?: Int32Array } = {},
): CohesionTest[] {
  const allow = (one: number, other: number) => !units || units[one] !== units[other]
  const inside = (network: Graph) => evidenceFor(network, nullModel(network), cover).across
  const observed = inside(graph)
  const draws = Array.from({ length: rewirings }, () => inside(rewired(graph, random, { allow })))
  return Array.from({ length: communityCount(cover) }, (_, community) => {
    const values = draws.map((draw) => draw[community]!)
    const byChance = values.reduce((sum, value) => sum + value, 0) / rewirings
    const variance = values.reduce((sum, value) => sum + (value - byChance) ** 2, 0) / Math.max(1, rewirings - 1)
    const asMany = values.filter((value) => value >= observed[community]!).length
    return { ties: observed[community]!, byChance, spread: Math.sqrt(variance), chance: (1 + asMany) / (1 + rewirings) }
  })
}
