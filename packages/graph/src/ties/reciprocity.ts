import { type Graph, arcBetween } from '../graph/graph.ts'

/**
 * Share of arcs that are returned; `corrected` sets it against the density d, the share chance would return:
 * above 0 means more than chance.
 *
 *   r = Σ A_ij A_ji / L,   corrected = (r - d) / (1 - d),   d = L / (n (n - 1))
 *
 * Undefined without arcs. O(arcs · log degree).
 * Garlaschelli & Loffredo (2004), Phys. Rev. Lett. 93, 268701.
 */
export function reciprocity(graph: Graph): { share: number; corrected: number } | undefined {
  const arcs = graph.targets.length
  if (arcs === 0) return undefined
  let returned = 0
  for (let node = 0; node < graph.nodes; node++)
    for (let arc = graph.offsets[node]!; arc < graph.offsets[node + 1]!; arc++)
      if (arcBetween(graph, graph.targets[arc]!, node) >= 0) returned++
  const share = returned / arcs
  const byChance = arcs / (graph.nodes * (graph.nodes - 1))
  return { share, corrected: byChance === 1 ? 0 : (share - byChance) / (1 - byChance) }
}
