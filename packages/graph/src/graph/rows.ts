import type { Graph } from './graph.ts'
import { float64s, int32s } from './memory.ts'

export interface BuildOptions {
  readonly directed?: boolean
  /** Puts the finished arrays into shared memory, for workers. */
  readonly shared?: boolean
  /** How many ties to make room for at first; it grows as needed. */
  readonly expected?: number
}

/** Ties as collected: ends in pairs; no weights means that each weighs 1. */
export interface TieList {
  readonly nodes: number
  readonly count: number
  readonly ends: Int32Array
  readonly weights: Float64Array | undefined
}

/**
 * Rows from a list of ties: two passes of counting sort (by target, then by source) leave each row ascending,
 * a last one joins repeated ties. O(ties + nodes).
 */
export function rowsFrom(ties: TieList, options: BuildOptions = {}): Graph {
  const directed = options.directed ?? false
  const byTarget = sortedByTarget(ties, directed)
  const offsets = int32s(ties.nodes + 1, options.shared)
  const arcs = byTarget.sources.length
  for (let arc = 0; arc < arcs; arc++) offsets[byTarget.sources[arc]! + 1]!++
  accumulate(offsets)

  const targets = int32s(arcs, options.shared)
  const weights = float64s(arcs, options.shared)
  const next = offsets.slice(0, ties.nodes)
  for (let target = 0; target < ties.nodes; target++) {
    for (let at = byTarget.offsets[target]!; at < byTarget.offsets[target + 1]!; at++) {
      const arc = next[byTarget.sources[at]!]!++
      targets[arc] = target
      weights[arc] = byTarget.weights ? byTarget.weights[at]! : 1
    }
  }
  return joined({ nodes: ties.nodes, directed, offsets, targets, weights }, options.shared)
}

function sortedByTarget({ nodes, count, ends, weights }: TieList, directed: boolean) {
  const offsets = new Int32Array(nodes + 1)
  for (let tie = 0; tie < count; tie++) {
    offsets[ends[2 * tie + 1]! + 1]!++
    if (!directed) offsets[ends[2 * tie]! + 1]!++
  }
  accumulate(offsets)

  const sources = new Int32Array(offsets[nodes]!)
  const sorted = weights && new Float64Array(offsets[nodes]!)
  const next = offsets.slice(0, nodes)
  const place = (source: number, target: number, tie: number) => {
    const at = next[target]!++
    sources[at] = source
    if (sorted) sorted[at] = weights![tie]!
  }
  for (let tie = 0; tie < count; tie++) {
    place(ends[2 * tie]!, ends[2 * tie + 1]!, tie)
    if (!directed) place(ends[2 * tie + 1]!, ends[2 * tie]!, tie)
  }
  return { offsets, sources, weights: sorted }
}

/** Adds up repeated arcs, in place; copies into tighter arrays only when there were any. */
function joined(graph: Graph, shared?: boolean): Graph {
  const { nodes, offsets, targets, weights } = graph
  let kept = 0
  let start = 0
  for (let node = 0; node < nodes; node++) {
    const row = kept
    const end = offsets[node + 1]!
    for (let arc = start; arc < end; arc++) {
      if (kept > row && targets[kept - 1] === targets[arc]) weights[kept - 1]! += weights[arc]!
      else {
        targets[kept] = targets[arc]!
        weights[kept++] = weights[arc]!
      }
    }
    start = end
    offsets[node + 1] = kept
  }
  if (kept === targets.length) return graph

  const tighter = { targets: int32s(kept, shared), weights: float64s(kept, shared) }
  tighter.targets.set(targets.subarray(0, kept))
  tighter.weights.set(weights.subarray(0, kept))
  return { ...graph, ...tighter }
}

/** Turns counts (in place, shifted by one) into where each row starts. */
export function accumulate(offsets: Int32Array): void {
  for (let row = 1; row < offsets.length; row++) offsets[row]! += offsets[row - 1]!
}
