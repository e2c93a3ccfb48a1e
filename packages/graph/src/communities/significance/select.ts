import type { Graph } from '../../graph/graph.ts'
import { type Cover, communityCount, membersOf, selected, sizeOf } from '../cover.ts'
import { type Evidence, tieCounter } from './evidence.ts'
import { gainOf } from './gain.ts'
import type { NullModel } from './null-model.ts'

/**
 * Keeps the communities that explain ties which those kept before do not: greatest gain per member first, each must
 * still gain over chance when ties inside communities already kept no longer count. Pieces, doubles and chance
 * clusters fall away. O(Σ over members of degree · memberships).
 */
export function selectExplaining(
  graph: Graph,
  model: NullModel,
  cover: Cover,
  evidence: Evidence,
  least: number,
): Cover {
  const kept: number[][] = Array.from({ length: graph.nodes }, () => [])
  const keep = new Uint8Array(communityCount(cover))
  const unexplained = (one: number, other: number) => {
    for (const community of kept[one]!) if (kept[other]!.includes(community)) return false
    return true
  }
  const countNew = tieCounter(graph, model, unexplained)

  for (const community of byGainPerMember(cover, evidence)) {
    const members = membersOf(cover, community)
    if (members.length < least || evidence.gain[community]! <= 0) continue
    const expected = {
      across: evidence.expectedAcross[community]!,
      within: evidence.expectedWithin[community]!,
      strength: evidence.strength[community]!,
    }
    if (gainOf(countNew(members), expected, members.length, graph.nodes) <= 0) continue
    keep[community] = 1
    for (const member of members) kept[member]!.push(community)
  }
  return selected(cover, (community) => keep[community] === 1)
}

function byGainPerMember(cover: Cover, { gain }: Evidence): Int32Array {
  const worth = gain.map((value, community) => value / Math.max(1, sizeOf(cover, community)))
  return Int32Array.from(worth.keys()).sort((one, other) => worth[other]! - worth[one]! || one - other)
}
