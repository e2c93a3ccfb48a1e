import { type Cover, communityCount, membershipsOf } from '../communities/cover.ts'

/**
 * Visits every pair of communities (one of each cover) that have members in common, grouped by the first.
 * O(Σ over nodes of memberships × memberships).
 */
export function forCommonMembers(
  one: Cover,
  other: Cover,
  nodes: number,
  visit: (first: number, second: number, common: number) => void,
): void {
  const of = membershipsOf(other, nodes)
  const common = new Int32Array(communityCount(other))
  const seen: number[] = []
  for (let first = 0; first < communityCount(one); first++) {
    for (let at = one.offsets[first]!; at < one.offsets[first + 1]!; at++) {
      const node = one.members[at]!
      for (let place = of.offsets[node]!; place < of.offsets[node + 1]!; place++) {
        const second = of.members[place]!
        if (common[second]!++ === 0) seen.push(second)
      }
    }
    for (const second of seen) {
      visit(first, second, common[second]!)
      common[second] = 0
    }
    seen.length = 0
  }
}
