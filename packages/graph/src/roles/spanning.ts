import { type Cover, membershipsOf } from '../communities/cover.ts'
import type { Partition } from '../communities/partition.ts'
import type { Graph } from '../graph/graph.ts'

/**
 * Strength of everybody's ties that lead out of their own unit: the measure that best told who is in several
 * communities (AUC 0.78 on data of a large open project, against 0.74 for betweenness and 0.59 for constraint).
 * O(arcs).
 */
export const strengthOutsideUnit = (graph: Graph, units: Partition): Float64Array =>
  strengthWhere(graph, (one, other) => units[one] !== units[other])

/** Strength of everybody's ties to people with whom they share no community. O(arcs · memberships). */
export function strengthOutsideCommunities(graph: Graph, communities: Cover): Float64Array {
  const { offsets, members } = membershipsOf(communities, graph.nodes)
  const of = (node: number) => members.subarray(offsets[node]!, offsets[node + 1]!)
  return strengthWhere(graph, (one, other) => !of(one).some((community) => of(other).includes(community)))
}

function strengthWhere(graph: Graph, counts: (one: number, other: number) => boolean): Float64Array {
  const strength = new Float64Array(graph.nodes)
  for (let node = 0; node < graph.nodes; node++)
    for (let arc = graph.offsets[node]!; arc < graph.offsets[node + 1]!; arc++)
      if (counts(node, graph.targets[arc]!)) strength[node]! += graph.weights[arc]!
  return strength
}
