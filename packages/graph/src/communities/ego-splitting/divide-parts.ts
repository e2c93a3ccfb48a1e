import type { Graph } from '../../graph/graph.ts'
import { subgraphsOf } from '../../graph/subgraph.ts'
import { type Cover, membersOf } from '../cover.ts'
import { type Partition, partsOf } from '../partition.ts'
import { leidenHierarchy } from '../recursive-leiden.ts'

const LEAST = 5

/** Two levels of communities, labelled in the order of the parts' members. */
export interface Divided {
  readonly coarse: Partition
  readonly finest: Partition
}

/**
 * Recursive Leiden inside each of the parts from … to - 1 of a graph (its components, say): the coarsest and the finest
 * level. Parts are independent: any number of workers may share them.
 */
export function divideParts(graph: Graph, parts: Cover, seed: number, from: number, to: number): Divided {
  const cut = subgraphsOf(graph)
  const start = parts.offsets[from]!
  const count = parts.offsets[to]! - start
  const divided = { coarse: new Int32Array(count), finest: new Int32Array(count) }
  const used = { coarse: 0, finest: 0 }
  for (let part = from; part < to; part++) {
    const levels = leidenHierarchy(cut(membersOf(parts, part)), { seed: seed + part, least: LEAST })
    const offset = parts.offsets[part]! - start
    for (const [level, labels] of [
      ['coarse', levels[0]],
      ['finest', levels.at(-1)!],
    ] as const) {
      for (let at = 0; at < labels.length; at++) divided[level][offset + at] = used[level] + labels[at]!
      used[level] += partsOf(labels)
    }
  }
  return divided
}
