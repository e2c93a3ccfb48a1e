import { graphBuilder } from './builder.ts'
import type { Graph } from './graph.ts'
import { float64s, int32s } from './memory.ts'

/** The ties among some nodes; node i of the result is `kept[i]` of the graph it came from. */
export interface Subgraph extends Graph {
  readonly kept: Int32Array
}

/** Cuts out the ties among `kept` (ascending, each once). O(arcs of the kept + nodes). */
export const subgraph = (graph: Graph, kept: Int32Array): Subgraph => subgraphsOf(graph)(kept)

/** For cutting out many: a function that does one in O(arcs of the kept), with the place of each node remembered. */
export function subgraphsOf(graph: Graph): (kept: Int32Array) => Subgraph {
  const { directed } = graph
  const place = new Int32Array(graph.nodes).fill(-1)
  return (kept) => {
    for (let at = 0; at < kept.length; at++) place[kept[at]!] = at
    const offsets = new Int32Array(kept.length + 1)
    for (let at = 0; at < kept.length; at++) {
      let inside = 0
      for (let arc = graph.offsets[kept[at]!]!; arc < graph.offsets[kept[at]! + 1]!; arc++)
        if (place[graph.targets[arc]!]! >= 0) inside++
      offsets[at + 1] = offsets[at]! + inside
    }
    const targets = new Int32Array(offsets[kept.length]!)
    const weights = new Float64Array(targets.length)
    let next = 0
    for (const node of kept)
      for (let arc = graph.offsets[node]!; arc < graph.offsets[node + 1]!; arc++) {
        const other = place[graph.targets[arc]!]!
        if (other < 0) continue
        targets[next] = other
        weights[next++] = graph.weights[arc]!
      }
    for (const node of kept) place[node] = -1
    return { nodes: kept.length, directed, offsets, targets, weights, kept }
  }
}

/**
 * Gives each tie a new weight; a tie whose weight becomes 0 is left out. Both arcs of an undirected tie must get
 * the same: `weigh(u, v, w)` is asked once per arc and must not depend on the order of u and v. O(arcs).
 */
export function reweighted(
  graph: Graph,
  weigh: (from: number, to: number, weight: number) => number,
  shared = false,
): Graph {
  const { nodes, offsets } = graph
  const fresh = new Float64Array(graph.targets.length)
  const rows = int32s(nodes + 1, shared)
  for (let node = 0; node < nodes; node++) {
    let kept = 0
    for (let arc = offsets[node]!; arc < offsets[node + 1]!; arc++) {
      fresh[arc] = Math.max(0, weigh(node, graph.targets[arc]!, graph.weights[arc]!))
      if (fresh[arc]! > 0) kept++
    }
    rows[node + 1] = rows[node]! + kept
  }
  const targets = int32s(rows[nodes]!, shared)
  const weights = float64s(rows[nodes]!, shared)
  for (let arc = 0, at = 0; arc < fresh.length; arc++) {
    if (fresh[arc]! === 0) continue
    targets[at] = graph.targets[arc]!
    weights[at++] = fresh[arc]!
  }
  return { nodes, directed: graph.directed, offsets: rows, targets, weights }
}

/** An undirected graph from a directed one: the weights of both directions add up. O(arcs). */
export function undirected(graph: Graph): Graph {
  if (!graph.directed) return graph
  const builder = graphBuilder({ expected: graph.targets.length })
  for (let node = 0; node < graph.nodes; node++)
    for (let arc = graph.offsets[node]!; arc < graph.offsets[node + 1]!; arc++)
      builder.add(node, graph.targets[arc]!, graph.weights[arc]!)
  return builder.build(graph.nodes)
}

/** The same arcs pointing the other way. O(arcs). */
export function reversed(graph: Graph): Graph {
  const builder = graphBuilder({ directed: true, expected: graph.targets.length })
  for (let node = 0; node < graph.nodes; node++)
    for (let arc = graph.offsets[node]!; arc < graph.offsets[node + 1]!; arc++)
      builder.add(graph.targets[arc]!, node, graph.weights[arc]!)
  return { ...builder.build(graph.nodes), directed: graph.directed }
}
