import type { Graph } from '../../graph/graph.ts'
import { subgraphsOf } from '../../graph/subgraph.ts'
import { type Cover, membersOf } from '../cover.ts'
import { type Partition, partsOf } from '../partition.ts'
import { recursiveLeiden } from '../recursive-leiden.ts'

const LEAST = 5

/**
 * Recursive Leiden inside each of the parts from … to - 1 of a graph (its components, say). Returns the labels of all
 * their members, in the order of the parts. Parts are independent: any number of workers may share them.
 */
export function divideParts(graph: Graph, parts: Cover, seed: number, from: number, to: number): Partition {
  const cut = subgraphsOf(graph)
  const start = parts.offsets[from]!
  const labels = new Int32Array(parts.offsets[to]! - start)
  let used = 0
  for (let part = from; part < to; part++) {
    const inside = recursiveLeiden(cut(membersOf(parts, part)), { seed: seed + part, least: LEAST })
    const offset = parts.offsets[part]! - start
    for (let at = 0; at < inside.length; at++) labels[offset + at] = used + inside[at]!
    used += partsOf(inside)
  }
  return labels
}
