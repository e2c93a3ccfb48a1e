import type { Graph } from '../../graph/graph.ts'
import { accumulate } from '../../graph/rows.ts'
import type { Circles } from './circles.ts'

/** The graph of personas: each node split into one persona per circle; `ownerOf` leads back to the node. */
export interface Personas {
  readonly graph: Graph
  readonly ownerOf: Int32Array
}

/**
 * Ties personas as their owners are tied: u-v becomes a tie between the persona of u in whose circle v is and that
 * of v in whose circle u is. Ties in no triangle belong to no circle and are left out. O(arcs).
 */
export function personasFrom(graph: Graph, circles: Circles): Personas {
  const { nodes, offsets, targets, weights } = graph
  const { circleOf, count } = circles
  const first = new Int32Array(nodes + 1)
  for (let node = 0; node < nodes; node++) first[node + 1] = first[node]! + count[node]!
  const total = first[nodes]!
  const back = reverseArcs(graph)
  const joins = (arc: number) => circleOf[arc]! >= 0 && circleOf[back[arc]!]! >= 0

  const rows = new Int32Array(total + 1)
  const ownerOf = new Int32Array(total)
  for (let node = 0; node < nodes; node++) {
    ownerOf.fill(node, first[node]!, first[node + 1]!)
    for (let arc = offsets[node]!; arc < offsets[node + 1]!; arc++)
      if (joins(arc)) rows[first[node]! + circleOf[arc]! + 1]!++
  }
  accumulate(rows)
  const next = rows.slice(0, total)
  const ends = new Int32Array(rows[total]!)
  const strength = new Float64Array(rows[total]!)
  for (let node = 0; node < nodes; node++)
    for (let arc = offsets[node]!; arc < offsets[node + 1]!; arc++) {
      if (!joins(arc)) continue
      const at = next[first[node]! + circleOf[arc]!]!++
      ends[at] = first[targets[arc]!]! + circleOf[back[arc]!]!
      strength[at] = weights[arc]!
    }
  return { graph: { nodes: total, directed: false, offsets: rows, targets: ends, weights: strength }, ownerOf }
}

/** For each arc u → v where v → u lies: rows are ascending, so one sweep meets them in order. O(arcs). */
function reverseArcs({ nodes, offsets, targets }: Graph): Int32Array {
  const next = offsets.slice(0, nodes)
  const back = new Int32Array(targets.length)
  for (let node = 0; node < nodes; node++)
    for (let arc = offsets[node]!; arc < offsets[node + 1]!; arc++) back[arc] = next[targets[arc]!]!++
  return back
}
