import { type Graph, degreeOf, demandUndirected, neighboursOf } from '../graph/graph.ts'
import { arcBetween } from '../graph/graph.ts'

/** How many triangles each node is in. O(Σ over ties of the smaller degree · log). */
export function triangles(graph: Graph): Int32Array {
  demandUndirected(graph, 'Clustering')
  const count = new Int32Array(graph.nodes)
  for (let one = 0; one < graph.nodes; one++)
    for (const other of neighboursOf(graph, one)) {
      if (other < one) continue
      const [few, many] = degreeOf(graph, one) < degreeOf(graph, other) ? [one, other] : [other, one]
      for (const third of neighboursOf(graph, few))
        if (third > other && arcBetween(graph, many, third) >= 0) {
          count[one]!++
          count[other]!++
          count[third]!++
        }
    }
  return count
}

/**
 * Clustering of one's neighbourhood: the share of pairs of neighbours who know each other, 2 T / (k (k - 1)).
 * 0 with fewer than two neighbours. Cost: that of the triangles.
 * Watts & Strogatz (1998), Nature 393, 440-442.
 */
export function clustering(graph: Graph): Float64Array {
  return Float64Array.from(triangles(graph), (count, node) => {
    const degree = degreeOf(graph, node)
    return degree < 2 ? 0 : (2 * count) / (degree * (degree - 1))
  })
}

/** Mean clustering over all nodes; 0 without nodes. */
export const meanClustering = (graph: Graph) =>
  graph.nodes === 0 ? 0 : clustering(graph).reduce((sum, value) => sum + value, 0) / graph.nodes

/** Share of paths of two ties that are closed to a triangle; 0 without any. Newman, Watts & Strogatz (2002), PNAS 99. */
export function transitivity(graph: Graph): number {
  const closed = triangles(graph).reduce((sum, count) => sum + count, 0)
  let paths = 0
  for (let node = 0; node < graph.nodes; node++) paths += (degreeOf(graph, node) * (degreeOf(graph, node) - 1)) / 2
  return paths === 0 ? 0 : closed / paths
}
