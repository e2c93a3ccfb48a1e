import type { Graph } from '../graph/graph.ts'
import { type Random, shuffled } from '../random.ts'
import { breadthFirst } from '../ties/distances.ts'

export interface BetweennessOptions {
  /** Start from only so many people, drawn at random: an unbiased estimate. All of them without it. */
  readonly pivots?: number
  readonly random?: Random
}

/**
 * Betweenness of every node: the share of shortest paths between others that pass through it, by steps.
 *
 *   b(v) = Σ_{s ≠ v ≠ t} σ_st(v) / σ_st / ((n - 1)(n - 2))
 *
 * 0 for fewer than three nodes. O(nodes · arcs) exactly; with `pivots` O(pivots · arcs), scaled to the same mean.
 * Brandes (2001), J. Math. Sociology 25, 163-177; pivots: Brandes & Pich (2007).
 */
export function betweenness(graph: Graph, { pivots, random }: BetweennessOptions = {}): Float64Array {
  const { nodes } = graph
  const sum = new Float64Array(nodes)
  if (nodes < 3) return sum
  if (pivots !== undefined && !random) throw new RangeError('Sampled betweenness needs a seeded random')
  const sampled = pivots !== undefined && pivots < nodes
  const sources = sampled
    ? shuffled(nodes, random!).subarray(0, pivots)
    : Int32Array.from({ length: nodes }, (_, v) => v)
  const addFrom = dependencies(graph)
  for (const source of sources) addFrom(source, sum)
  const scale = nodes / sources.length / ((nodes - 1) * (nodes - 2))
  return sum.map((value) => value * scale)
}

/** A function that adds what each node carries of the shortest paths from a source. O(arcs) each. */
function dependencies(graph: Graph): (source: number, sum: Float64Array) => void {
  const walk = breadthFirst(graph)
  const paths = new Float64Array(graph.nodes)
  const carried = new Float64Array(graph.nodes)
  return (source, sum) => {
    const { steps, order, reached } = walk(source)
    for (let at = 0; at < reached; at++) paths[order[at]!] = carried[order[at]!] = 0
    paths[source] = 1
    const forNext = (node: number, visit: (next: number) => void) => {
      for (let arc = graph.offsets[node]!; arc < graph.offsets[node + 1]!; arc++)
        if (steps[graph.targets[arc]!] === steps[node]! + 1) visit(graph.targets[arc]!)
    }
    for (let at = 0; at < reached; at++) forNext(order[at]!, (next) => (paths[next]! += paths[order[at]!]!))
    for (let at = reached - 1; at > 0; at--) {
      const node = order[at]!
      forNext(node, (next) => (carried[node]! += (paths[node]! / paths[next]!) * (1 + carried[next]!)))
      sum[node]! += carried[node]!
    }
  }
}
