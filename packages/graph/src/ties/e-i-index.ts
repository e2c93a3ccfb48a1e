import type { Graph } from '../graph/graph.ts'
import { type Partition, coverOf, partsOf } from '../communities/partition.ts'
import { type Random, shuffle } from '../random.ts'

/** External and internal ties: of everybody, of each group, of each person. -1 all inside, +1 all outside. */
export interface EiIndex {
  readonly network: number | undefined
  readonly groups: readonly (number | undefined)[]
  readonly people: readonly (number | undefined)[]
}

/**
 * E-I index: how far ties lead out of one's group, by number of ties. Undefined where there is no tie.
 *
 *   EI = (E - I) / (E + I)
 *
 * Read it beside `expectedEi`, not beside 0: small groups are bound to look outward. O(arcs).
 * Krackhardt & Stern (1988), Social Psychology Quarterly 51, 123-140.
 */
export function eiIndex(graph: Graph, groups: Partition): EiIndex {
  const outside = new Int32Array(graph.nodes)
  const inside = new Int32Array(graph.nodes)
  for (let node = 0; node < graph.nodes; node++)
    for (let arc = graph.offsets[node]!; arc < graph.offsets[node + 1]!; arc++)
      (groups[graph.targets[arc]!] === groups[node] ? inside : outside)[node]!++

  const { offsets, members } = coverOf(groups)
  const of = (people: Iterable<number>) => {
    let [e, i] = [0, 0]
    for (const person of people) {
      e += outside[person]!
      i += inside[person]!
    }
    return e + i === 0 ? undefined : (e - i) / (e + i)
  }
  return {
    network: of(members),
    groups: Array.from({ length: partsOf(groups) }, (_, group) =>
      of(members.subarray(offsets[group]!, offsets[group + 1]!)),
    ),
    people: Array.from({ length: graph.nodes }, (_, node) => of([node])),
  }
}

/**
 * What the E-I index of the network would be if people were in groups of the same sizes at random: the exact mean
 * 1 - 2 Σ n_g (n_g - 1) / (n (n - 1)), the spread over permuted labels, and the share of permutations at least as
 * inward as the network. O(permutations · arcs).
 */
export function expectedEi(graph: Graph, groups: Partition, random: Random, permutations = 1000) {
  const sizes = new Int32Array(partsOf(groups))
  for (const group of groups) sizes[group]!++
  const together = sizes.reduce((sum, size) => sum + size * (size - 1), 0) / (graph.nodes * (graph.nodes - 1))
  const observed = eiOfNetwork(graph, groups)
  const labels = groups.slice()
  const values: number[] = []
  for (let permutation = 0; permutation < permutations; permutation++) {
    shuffle(labels, random)
    values.push(eiOfNetwork(graph, labels))
  }
  const mean = 1 - 2 * together
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / permutations)
  return { mean, spread, asInward: values.filter((value) => value <= observed).length / permutations }
}

function eiOfNetwork(graph: Graph, groups: Partition): number {
  let inside = 0
  for (let node = 0; node < graph.nodes; node++)
    for (let arc = graph.offsets[node]!; arc < graph.offsets[node + 1]!; arc++)
      if (groups[graph.targets[arc]!] === groups[node]) inside++
  return 1 - (2 * inside) / graph.targets.length
}
