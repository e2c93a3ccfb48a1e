import { type Cover, communityCount, sizeOf } from '../communities/cover.ts'
import { forCommonMembers } from './common-members.ts'

/** How alike two sets are: |A ∩ B| / |A ∪ B|; 0 for two empty ones. */
export const jaccard = (common: number, one: number, other: number) =>
  one + other === 0 ? 0 : common / (one + other - common)

/** For each community of `one` the Jaccard similarity of the community of `other` most like it. */
export function bestJaccards(one: Cover, other: Cover, nodes: number): Float64Array {
  const best = new Float64Array(communityCount(one))
  forCommonMembers(one, other, nodes, (first, second, common) => {
    best[first] = Math.max(best[first]!, jaccard(common, sizeOf(one, first), sizeOf(other, second)))
  })
  return best
}

/**
 * Share of the true communities that were found: some community found has Jaccard similarity >= `threshold`.
 * 1 where there is nothing to find. Cost as `forCommonMembers`.
 */
export function recovered(truth: Cover, found: Cover, nodes: number, threshold = 0.5): number {
  const best = bestJaccards(truth, found, nodes)
  return best.length === 0 ? 1 : best.filter((value) => value >= threshold).length / best.length
}
