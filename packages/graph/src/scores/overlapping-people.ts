import { type Cover, membershipsOf } from '../communities/cover.ts'

/**
 * F1 of finding the people who are in two or more communities, whichever these are. 1 when there are none to find
 * and none were found. O(memberships).
 */
export function overlappingPeopleF1(truth: Cover, found: Cover, nodes: number): number {
  const [expected, given] = [truth, found].map((cover) => inSeveral(cover, nodes)) as [Uint8Array, Uint8Array]
  let right = 0
  let wrong = 0
  for (let node = 0; node < nodes; node++) {
    if (expected[node] === 1 && given[node] === 1) right++
    else if (expected[node] !== given[node]) wrong++
  }
  return right + wrong === 0 ? 1 : (2 * right) / (2 * right + wrong)
}

function inSeveral(cover: Cover, nodes: number): Uint8Array {
  const { offsets } = membershipsOf(cover, nodes)
  return Uint8Array.from({ length: nodes }, (_, node) => (offsets[node + 1]! - offsets[node]! > 1 ? 1 : 0))
}
