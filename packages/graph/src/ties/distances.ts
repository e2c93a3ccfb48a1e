import type { Graph } from '../graph/graph.ts'

/**
 * Steps between people along ties: the mean over all pairs that can reach each other, and the longest (diameter).
 * Undefined when nobody can reach anybody. Breadth first from each of `sources` (all by default): O(sources · arcs).
 */
export function distances(
  graph: Graph,
  sources: Iterable<number> = Array.from({ length: graph.nodes }, (_, node) => node),
): { mean: number; longest: number } | undefined {
  const walk = breadthFirst(graph)
  let [sum, pairs, longest] = [0, 0, 0]
  for (const source of sources) {
    const { steps, order, reached } = walk(source)
    for (let at = 1; at < reached; at++) sum += steps[order[at]!]!
    pairs += reached - 1
    longest = Math.max(longest, steps[order[reached - 1]!]!)
  }
  return pairs === 0 ? undefined : { mean: sum / pairs, longest }
}

/** A function that walks breadth first from a node; its arrays are reused. Nodes not reached have steps of -1. */
export function breadthFirst(graph: Graph) {
  const steps = new Int32Array(graph.nodes).fill(-1)
  const order = new Int32Array(graph.nodes)
  let reached = 0
  return (source: number) => {
    for (let at = 0; at < reached; at++) steps[order[at]!] = -1
    order[0] = source
    steps[source] = 0
    reached = 1
    for (let head = 0; head < reached; head++) {
      const node = order[head]!
      for (let arc = graph.offsets[node]!; arc < graph.offsets[node + 1]!; arc++) {
        const other = graph.targets[arc]!
        if (steps[other]! >= 0) continue
        steps[other] = steps[node]! + 1
        order[reached++] = other
      }
    }
    return { steps, order, reached }
  }
}
