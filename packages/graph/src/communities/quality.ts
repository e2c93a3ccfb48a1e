import { type Graph, demandUndirected, strengths } from '../graph/graph.ts'
import { type Partition, partsOf } from './partition.ts'

export type QualityName = 'modularity' | 'cpm'

/**
 * Modularity: the share of tie weight inside communities, less what the configuration model expects there.
 *
 *   Q = Σ_c ( w_c / 2m - γ (K_c / 2m)² )   w_c: arc weight inside c, K_c: strength of its members, 2m: all arc weight
 *
 * 0 for a graph without ties. O(arcs).
 * Newman & Girvan (2004), Phys. Rev. E 69, 026113; resolution γ: Reichardt & Bornholdt (2006).
 */
export function modularity(graph: Graph, partition: Partition, resolution = 1): number {
  const { inside, mass, total } = sums(graph, partition, strengths(graph))
  if (total === 0) return 0
  let quality = 0
  for (let part = 0; part < mass.length; part++)
    quality += inside[part]! / total - resolution * (mass[part]! / total) ** 2
  return quality
}

/**
 * Constant Potts model: weight inside communities, less γ per pair of members. No resolution limit: a community
 * holds together when its density is above γ.
 *
 *   H = Σ_c ( w_c / 2 - γ n_c (n_c - 1) / 2 )
 *
 * O(arcs). Traag, Van Dooren & Nesterov (2011), Phys. Rev. E 84, 016114.
 */
export function cpm(graph: Graph, partition: Partition, resolution: number): number {
  const { inside, mass } = sums(graph, partition, new Float64Array(graph.nodes).fill(1))
  let quality = 0
  for (let part = 0; part < mass.length; part++)
    quality += inside[part]! / 2 - (resolution * mass[part]! * (mass[part]! - 1)) / 2
  return quality
}

function sums(graph: Graph, partition: Partition, masses: Float64Array) {
  demandUndirected(graph, 'The quality of a partition')
  const parts = partsOf(partition)
  const inside = new Float64Array(parts)
  const mass = new Float64Array(parts)
  let total = 0
  for (let node = 0; node < graph.nodes; node++) {
    const own = partition[node]!
    mass[own]! += masses[node]!
    for (let arc = graph.offsets[node]!; arc < graph.offsets[node + 1]!; arc++) {
      total += graph.weights[arc]!
      if (partition[graph.targets[arc]!] === own) inside[own]! += graph.weights[arc]!
    }
  }
  return { inside, mass, total }
}
