import { type Cover, communityCount, selected, sizeOf } from '../communities/cover.ts'
import { forCommonMembers } from './common-members.ts'
import { entropyTerm } from './entropy.ts'

/**
 * Overlapping normalized mutual information, normalized by the larger entropy: 1 for equal covers, 0 for independent ones.
 *
 *   ONMI = ½ ( H(X) - H(X|Y) + H(Y) - H(Y|X) ) / max(H(X), H(Y))
 *
 * Communities that are empty or hold everybody say nothing and are left out; 0 when either cover has no other,
 * 1 when neither has. Cost as `forCommonMembers`.
 * McDaid, Greene & Hurley (2011), arXiv 1110.2515.
 */
export function overlappingNmi(one: Cover, other: Cover, nodes: number): number {
  const [first, second] = [one, other].map((cover) => telling(cover, nodes)) as [Cover, Cover]
  if (communityCount(first) === 0 && communityCount(second) === 0) return 1
  if (communityCount(first) === 0 || communityCount(second) === 0) return 0
  const [entropyFirst, leftFirst] = entropies(first, second, nodes)
  const [entropySecond, leftSecond] = entropies(second, first, nodes)
  const mutual = (entropyFirst - leftFirst + entropySecond - leftSecond) / 2
  return Math.max(0, mutual / Math.max(entropyFirst, entropySecond))
}

const telling = (cover: Cover, nodes: number) =>
  selected(cover, (community) => sizeOf(cover, community) > 0 && sizeOf(cover, community) < nodes)

/** H(X), and H(X|Y) with each community of X explained by the one of Y that explains it best. */
function entropies(one: Cover, other: Cover, nodes: number): [number, number] {
  const own = Float64Array.from({ length: communityCount(one) }, (_, community) =>
    entropyOf(sizeOf(one, community) / nodes),
  )
  const left = own.slice()
  forCommonMembers(one, other, nodes, (first, second, common) => {
    const size = sizeOf(other, second)
    left[first] = Math.min(left[first]!, conditional(common, sizeOf(one, first), size, nodes) - entropyOf(size / nodes))
  })
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0)
  return [sum(own), sum(left)]
}

/** Joint entropy of two memberships; Infinity where "not in" would explain better than "in". */
function conditional(common: number, one: number, other: number, nodes: number): number {
  const both = entropyTerm(common / nodes)
  const onlyOne = entropyTerm((one - common) / nodes)
  const onlyOther = entropyTerm((other - common) / nodes)
  const neither = entropyTerm((nodes - one - other + common) / nodes)
  return both + neither >= onlyOne + onlyOther ? both + onlyOne + onlyOther + neither : Infinity
}

const entropyOf = (share: number) => entropyTerm(share) + entropyTerm(1 - share)
