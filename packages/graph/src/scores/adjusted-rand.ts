import type { Partition } from '../communities/partition.ts'
import { contingency } from './contingency.ts'

/**
 * Adjusted Rand index: agreement of two partitions over pairs, less what chance would give. 1 when equal,
 * 0 expected at random, below 0 when worse.
 *
 *   ARI = (Σ C(n_ij, 2) - E) / (½ (Σ C(a_i, 2) + Σ C(b_j, 2)) - E),   E = Σ C(a_i, 2) Σ C(b_j, 2) / C(n, 2)
 *
 * 1 when both are one community or both all singletons. O(nodes).
 * Hubert & Arabie (1985), J. Classification 2, 193-218.
 */
export function adjustedRand(one: Partition, other: Partition): number {
  const { nodes, ...counts } = contingency(one, other)
  const pairs = (values: Float64Array) => values.reduce((sum, value) => sum + (value * (value - 1)) / 2, 0)
  const [a, b] = [pairs(counts.one), pairs(counts.other)]
  const expected = (a * b) / ((nodes * (nodes - 1)) / 2)
  const most = (a + b) / 2
  return most === expected || nodes < 2 ? 1 : (pairs(counts.both) - expected) / (most - expected)
}
