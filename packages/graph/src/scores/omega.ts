import { type Cover, communityCount, membersOf } from '../communities/cover.ts'

/**
 * Omega index: agreement over pairs of nodes on how many communities they share, less what chance would give.
 * It is the adjusted Rand index when nothing overlaps.
 *
 *   Ω = (u - e) / (1 - e),   u = Σ_j |pairs sharing j in both| / N,   e = Σ_j a_j b_j / N²,   N = n (n - 1) / 2
 *
 * Cost: time and memory O(Σ size²); covers with more than 50 million pairs are refused.
 * Collins & Dent (1988), Multivar. Behav. Res. 23, 231-242.
 */
export function omega(one: Cover, other: Cover, nodes: number): number {
  const [first, second] = [pairCounts(one, nodes), pairCounts(other, nodes)]
  const pairs = (nodes * (nodes - 1)) / 2
  const [sharing, sharingOther] = [histogram(first, pairs), histogram(second, pairs)]

  let agreed = pairs - first.size
  for (const [pair, count] of first) if (second.get(pair) === count) agreed++
  for (const pair of second.keys()) if (!first.has(pair)) agreed--
  let expected = 0
  sharing.forEach((count, shared) => (expected += ((count / pairs) * (sharingOther[shared] ?? 0)) / pairs))
  return expected === 1 ? 1 : (agreed / pairs - expected) / (1 - expected)
}

const MOST_PAIRS = 50_000_000

function pairCounts(cover: Cover, nodes: number): Map<number, number> {
  let work = 0
  const counts = new Map<number, number>()
  for (let community = 0; community < communityCount(cover); community++) {
    const members = membersOf(cover, community)
    work += (members.length * (members.length - 1)) / 2
    if (work > MOST_PAIRS) throw new RangeError('Omega counts every pair: this cover has more than 50 million of them')
    for (let i = 0; i < members.length; i++)
      for (let j = i + 1; j < members.length; j++) {
        const pair = members[i]! * nodes + members[j]!
        counts.set(pair, (counts.get(pair) ?? 0) + 1)
      }
  }
  return counts
}

/** How many pairs share 0, 1, 2, … communities. */
function histogram(counts: Map<number, number>, pairs: number): number[] {
  const sharing = [pairs - counts.size]
  for (const count of counts.values()) sharing[count] = (sharing[count] ?? 0) + 1
  return Array.from(sharing, (count) => count ?? 0)
}
