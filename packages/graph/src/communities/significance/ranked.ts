import type { Graph } from '../../graph/graph.ts'
import { reweighted } from '../../graph/subgraph.ts'

/**
 * The same network with each weight replaced by its rank among all, between 0 and 1 (equal weights share the middle
 * one); as it is where all weights are equal. Judging by strength itself would take a few very strong ties for many,
 * and find communities in noise. O(arcs · log arcs).
 */
export function ranked(graph: Graph, shared = false): Graph {
  if (!varies(graph.weights)) return graph
  const sorted = sampleOf(graph.weights)
  return reweighted(graph, (_, __, weight) => rankAmong(sorted, weight), shared)
}

export const varies = (weights: Float64Array) => weights.some((weight) => weight !== weights[0])

const SAMPLE = 1_000_000

/** The weights in order, or evenly spaced ones of very many. */
function sampleOf(weights: Float64Array): Float64Array {
  const step = Math.ceil(weights.length / SAMPLE)
  return weights.filter((_, at) => at % step === 0).sort()
}

function rankAmong(sorted: Float64Array, weight: number): number {
  const below = countWhere(sorted, (other) => other < weight)
  const upTo = countWhere(sorted, (other) => other <= weight)
  return (below + upTo + 1) / (2 * sorted.length + 2)
}

/** How many of the first hold, where those that hold come first. */
function countWhere(sorted: Float64Array, holds: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(sorted[middle]!)) low = middle + 1
    else high = middle
  }
  return low
}
