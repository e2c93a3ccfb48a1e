import type { Graph } from '../../graph/graph.ts'
import { reweighted } from '../../graph/subgraph.ts'

/**
 * The same network with weights that count ties: a tie of median weight or more counts as one, a weaker one as part of
 * one. Judging by strength itself would take a few very strong ties for many, and find communities in noise. O(arcs).
 */
export function asTies(graph: Graph, shared = false): Graph {
  if (graph.weights.every((weight) => weight === 1)) return graph
  const one = medianOf(graph.weights)
  return reweighted(graph, (_, __, weight) => Math.min(1, weight / one), shared)
}

const SAMPLE = 1_000_000

/** The median, of evenly spaced ones when there are very many. */
function medianOf(weights: Float64Array): number {
  const step = Math.ceil(weights.length / SAMPLE)
  const sample = weights.filter((_, at) => at % step === 0).sort()
  return sample[sample.length >> 1] ?? 1
}
