import { type Graph, degreeOf, demandUndirected, neighboursOf } from '../graph/graph.ts'
import { arcBetween } from '../graph/graph.ts'

/**
 * Neighbourhood overlap of two people who are tied: which share of all others that either knows do both know.
 * 0 marks a local bridge.
 *
 *   O(i, j) = n_ij / (k_i - 1 + k_j - 1 - n_ij)        n_ij: common neighbours, k: degree
 *
 * 0 where neither knows anybody else. O(smaller degree · log).
 * Onnela et al. (2007), PNAS 104, 7332-7336; local bridges: Granovetter (1973).
 */
export function neighbourhoodOverlap(graph: Graph, one: number, other: number): number {
  demandUndirected(graph, 'Neighbourhood overlap')
  const [few, many] = degreeOf(graph, one) <= degreeOf(graph, other) ? [one, other] : [other, one]
  let common = 0
  for (const known of neighboursOf(graph, few)) if (arcBetween(graph, many, known) >= 0) common++
  const tied = arcBetween(graph, one, other) >= 0 ? 2 : 0
  const all = degreeOf(graph, one) + degreeOf(graph, other) - tied - common
  return all === 0 ? 0 : common / all
}

/** The overlap of every arc, in the order of the graph's arcs. O(Σ over ties of the smaller degree · log). */
export function neighbourhoodOverlaps(graph: Graph): Float64Array {
  const overlaps = new Float64Array(graph.targets.length)
  for (let one = 0; one < graph.nodes; one++)
    for (let arc = graph.offsets[one]!; arc < graph.offsets[one + 1]!; arc++) {
      const other = graph.targets[arc]!
      overlaps[arc] = other < one ? overlaps[arcBetween(graph, other, one)]! : neighbourhoodOverlap(graph, one, other)
    }
  return overlaps
}
