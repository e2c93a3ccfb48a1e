import { type Graph, neighboursOf, strengths } from '../graph/graph.ts'
import { undirected } from '../graph/subgraph.ts'

/**
 * Burt's constraint of every node: how far its contacts are all invested in one another. Low constraint marks a
 * broker between groups. NaN for a node without ties; can exceed 1.
 *
 *   c(i) = Σ_j ( p_ij + Σ_q p_iq p_qj )²      p_ij = (W_ij + W_ji) / Σ_k (W_ik + W_ki),  q other than i and j
 *
 * Directed graphs count ties both ways. O(Σ over ties of degree).
 * Burt (2004), Structural holes and good ideas, AJS 110, 349-399.
 */
export function constraint(graph: Graph): Float64Array {
  const ties = undirected(graph)
  const strength = strengths(ties)
  const invested = new Float64Array(ties.nodes)
  return Float64Array.from({ length: ties.nodes }, (_, node) => {
    const contacts = neighboursOf(ties, node)
    if (contacts.length === 0) return NaN
    investedThrough(ties, strength, node, invested)
    let sum = 0
    for (const contact of contacts) sum += invested[contact]! ** 2
    for (const contact of contacts) invested[contact] = 0
    return sum
  })
}

/** Adds up p_ij + Σ_q p_iq p_qj for the contacts j of a node; strangers' entries are left at 0. */
function investedThrough(ties: Graph, strength: Float64Array, node: number, invested: Float64Array): void {
  const { offsets, targets, weights } = ties
  for (let arc = offsets[node]!; arc < offsets[node + 1]!; arc++)
    invested[targets[arc]!] = weights[arc]! / strength[node]!
  const direct = Float64Array.from(neighboursOf(ties, node), (contact) => invested[contact]!)
  for (let at = 0; at < direct.length; at++) {
    const via = targets[offsets[node]! + at]!
    for (let arc = offsets[via]!; arc < offsets[via + 1]!; arc++)
      if (invested[targets[arc]!]! > 0) invested[targets[arc]!]! += (direct[at]! * weights[arc]!) / strength[via]!
  }
}
