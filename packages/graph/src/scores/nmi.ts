import type { Partition } from '../communities/partition.ts'
import { contingency } from './contingency.ts'
import { entropyTerm } from './entropy.ts'

/**
 * Normalized mutual information of two partitions, by the mean of the entropies: 1 when equal up to names,
 * about 0 when independent (a little more: many small communities share information by chance; see `adjustedRand`).
 *
 *   NMI = 2 I(X; Y) / (H(X) + H(Y))
 *
 * 1 when both have one community. O(nodes).
 * Danon, Díaz-Guilera, Duch & Arenas (2005), J. Stat. Mech. P09008.
 */
export function nmi(one: Partition, other: Partition): number {
  const { nodes, ...counts } = contingency(one, other)
  const entropy = (values: Float64Array) => values.reduce((sum, value) => sum + entropyTerm(value / nodes), 0)
  const total = entropy(counts.one) + entropy(counts.other)
  return total === 0 ? 1 : (2 * (total - entropy(counts.both))) / total
}
