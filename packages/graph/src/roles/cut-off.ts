import type { Graph } from '../graph/graph.ts'

/**
 * For each person: how many of those they hang together with would no longer hang together with most of the others
 * without them. 0 for everybody but articulation points. The removal test of each person at once. O(nodes + arcs).
 * Hopcroft & Tarjan (1973), Communications of the ACM 16, 372-378: low points of a depth-first search.
 */
export function cutOffWithout(graph: Graph): Int32Array {
  const { nodes, offsets, targets } = graph
  const entered = new Int32Array(nodes).fill(-1)
  const low = new Int32Array(nodes)
  const below = new Int32Array(nodes).fill(1)
  const before = new Int32Array(nodes).fill(-1)
  const next = offsets.slice(0, nodes)
  /** People in parts that hang on somebody alone: all of them, and the largest part. */
  const parted = new Int32Array(nodes)
  const largest = new Int32Array(nodes)
  const root = new Int32Array(nodes)
  let clock = 0

  const leave = (node: number) => {
    const above = before[node]!
    if (above < 0) return
    below[above]! += below[node]!
    low[above] = Math.min(low[above]!, low[node]!)
    if (low[node]! < entered[above]!) return
    parted[above]! += below[node]!
    largest[above] = Math.max(largest[above]!, below[node]!)
  }
  const walk = (start: number) => {
    entered[start] = low[start] = clock++
    for (let node = start; node >= 0;) {
      root[node] = start
      if (next[node]! === offsets[node + 1]!) {
        leave(node)
        node = before[node]!
        continue
      }
      const other = targets[next[node]!++]!
      if (entered[other]! >= 0) low[node] = Math.min(low[node]!, entered[other]!)
      else {
        before[other] = node
        entered[other] = low[other] = clock++
        node = other
      }
    }
  }
  for (let start = 0; start < nodes; start++) if (entered[start]! < 0) walk(start)

  return Int32Array.from({ length: nodes }, (_, node) => {
    const others = below[root[node]!]! - 1
    const rest = others - parted[node]!
    return others - Math.max(largest[node]!, rest)
  })
}
