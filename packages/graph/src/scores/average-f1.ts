import { type Cover, communityCount, sizeOf } from '../communities/cover.ts'
import { forCommonMembers } from './common-members.ts'

/**
 * Average F1 of best matches, both ways: how well each true community is found, and how true each found one is.
 *
 *   F1 = ½ ( mean_t max_f F1(t, f) + mean_f max_t F1(f, t) ),   F1(A, B) = 2 |A ∩ B| / (|A| + |B|)
 *
 * 0 when either cover is empty and the other is not; 1 when both are. Cost as `forCommonMembers`.
 * Yang & Leskovec (2013), WSDM.
 */
export function averageF1(truth: Cover, found: Cover, nodes: number): number {
  if (communityCount(truth) === 0 && communityCount(found) === 0) return 1
  return (meanBest(truth, found, nodes) + meanBest(found, truth, nodes)) / 2
}

function meanBest(one: Cover, other: Cover, nodes: number): number {
  const best = new Float64Array(communityCount(one))
  forCommonMembers(one, other, nodes, (first, second, common) => {
    best[first] = Math.max(best[first]!, (2 * common) / (sizeOf(one, first) + sizeOf(other, second)))
  })
  return best.length === 0 ? 0 : best.reduce((sum, value) => sum + value, 0) / best.length
}
