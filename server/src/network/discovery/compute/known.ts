import type { Likeness } from '@mortar/contract/network-discovery'
import { type Cover, communityCount, forCommonMembers, sizeOf } from '@mortar/graph'
import { enough } from '#platform/few.ts'

export interface Known {
  /** By the place of the community in the cover of those that are known. */
  readonly community: number
  readonly likeness: Likeness
}

const same = 0.5
const mostOf = 0.6

/**
 * The community that each one found is (half of both in common), is part of, or contains (three in five of the smaller).
 * Only people in the network count, and only communities of which at least five are in it.
 */
export function knownFor(found: Cover, known: Cover, people: number): (Known | undefined)[] {
  const best: (Known & { common: number; rank: number })[] = []
  forCommonMembers(found, known, people, (one, other, common) => {
    const [here, there] = [sizeOf(found, one), sizeOf(known, other)]
    if (!enough(there) || !enough(common)) return
    const likeness = likenessFor(common / here, common / there, common / (here + there - common))
    if (!likeness) return
    const rank = likeness === 'same' ? 1 : 0
    const before = best[one]
    if (before && (before.rank > rank || (before.rank === rank && before.common >= common))) return
    best[one] = { community: other, likeness, common, rank }
  })
  return Array.from({ length: communityCount(found) }, (_, one) => best[one])
}

function likenessFor(ofFound: number, ofKnown: number, jaccard: number): Likeness | undefined {
  if (jaccard >= same) return 'same'
  if (ofFound >= mostOf && ofFound >= ofKnown) return 'part'
  return ofKnown >= mostOf ? 'contains' : undefined
}
