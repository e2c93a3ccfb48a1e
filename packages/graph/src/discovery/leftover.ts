import { type Cover, communityCount, membershipsOf, selected, sizeOf } from '../communities/cover.ts'
import { coverOf } from '../communities/partition.ts'
import { recursiveLeiden } from '../communities/recursive-leiden.ts'
import { inCore } from '../graph/core.ts'
import type { Graph } from '../graph/graph.ts'
import { reweighted } from '../graph/subgraph.ts'

const CORE = 4

/**
 * Further candidates, from ties that no community found so far explains: recursive Leiden on their 4-core. This finds
 * large sparse communities whose members' contacts seldom know one another, which ego-splitting cannot see; the core
 * takes away what is too thin to hold any. O(arcs · memberships), then that of Leiden.
 */
export function candidatesLeftOver(graph: Graph, found: Cover, seed: number, least: number): Cover {
  const unexplained = tiesOutside(graph, found)
  const core = inCore(unexplained, CORE)
  const dense = reweighted(unexplained, (one, other, weight) => (core[one] === 1 && core[other] === 1 ? weight : 0))
  const parts = coverOf(recursiveLeiden(dense, { seed }))
  return selected(parts, (part) => sizeOf(parts, part) >= least)
}

/** The ties between people who share no community. */
function tiesOutside(graph: Graph, cover: Cover): Graph {
  if (communityCount(cover) === 0) return graph
  const { offsets, members } = membershipsOf(cover, graph.nodes)
  const share = (one: number, other: number) => {
    for (let i = offsets[one]!; i < offsets[one + 1]!; i++)
      for (let j = offsets[other]!; j < offsets[other + 1]!; j++) if (members[i] === members[j]) return true
    return false
  }
  return reweighted(graph, (one, other, weight) => (share(one, other) ? 0 : weight))
}
