/**
 * A weighted graph in compressed sparse rows. The arcs of node v are `offsets[v]` … `offsets[v + 1] - 1`:
 * their other ends in `targets`, ascending and without repetition, their strengths in `weights`.
 * An undirected tie is two arcs. No node has a tie to itself.
 *
 * The arrays may lie in shared memory, so that several workers read one graph.
 */
export interface Graph {
  readonly nodes: number
  readonly directed: boolean
  readonly offsets: Int32Array
  readonly targets: Int32Array
  readonly weights: Float64Array
}

/** Number of ties: arcs of a directed graph, pairs of an undirected one. */
export const tieCount = (graph: Graph) => (graph.directed ? graph.targets.length : graph.targets.length / 2)

export const degreeOf = (graph: Graph, node: number) => graph.offsets[node + 1]! - graph.offsets[node]!

/** The other ends of a node's arcs, ascending: a view, not a copy. */
export const neighboursOf = (graph: Graph, node: number) =>
  graph.targets.subarray(graph.offsets[node]!, graph.offsets[node + 1]!)

/** Strength of every node: the sum of the weights of its arcs. O(arcs). */
export function strengths(graph: Graph): Float64Array {
  const { nodes, offsets, weights } = graph
  const total = new Float64Array(nodes)
  for (let node = 0; node < nodes; node++) {
    let sum = 0
    for (let arc = offsets[node]!; arc < offsets[node + 1]!; arc++) sum += weights[arc]!
    total[node] = sum
  }
  return total
}

/** Sum of all arc weights; of an undirected graph twice the weight of its ties. O(arcs). */
export function totalWeight(graph: Graph): number {
  let sum = 0
  for (const weight of graph.weights) sum += weight
  return sum
}

/** Where the arc from → to lies, or -1. Binary search, O(log degree). */
export function arcBetween(graph: Graph, from: number, to: number): number {
  let low = graph.offsets[from]!
  let high = graph.offsets[from + 1]! - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = graph.targets[middle]!
    if (found === to) return middle
    if (found < to) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Refuses a directed graph where a measure is only defined for an undirected one. */
export function demandUndirected(graph: Graph, measure: string): void {
  if (graph.directed) throw new RangeError(`${measure} needs an undirected graph: call undirected(graph) first`)
}
