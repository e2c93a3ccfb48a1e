import { accumulate } from '../graph/rows.ts'

/**
 * Communities that may overlap. The members of community c are `members[offsets[c]]` … `members[offsets[c + 1] - 1]`,
 * ascending. A node may be in several communities or in none.
 */
export interface Cover {
  readonly offsets: Int32Array
  readonly members: Int32Array
}

export const communityCount = (cover: Cover) => cover.offsets.length - 1

export const sizeOf = (cover: Cover, community: number) => cover.offsets[community + 1]! - cover.offsets[community]!

/** The members of a community: a view, not a copy. */
export const membersOf = (cover: Cover, community: number) =>
  cover.members.subarray(cover.offsets[community]!, cover.offsets[community + 1]!)

/** All communities as plain lists, for small things and for tests. */
export const listsOf = (cover: Cover): number[][] =>
  Array.from({ length: communityCount(cover) }, (_, community) => [...membersOf(cover, community)])

/** A cover from lists of members. */
export function coverFrom(lists: readonly ArrayLike<number>[]): Cover {
  const offsets = new Int32Array(lists.length + 1)
  lists.forEach((list, community) => (offsets[community + 1] = list.length))
  accumulate(offsets)
  const members = new Int32Array(offsets[lists.length]!)
  lists.forEach((list, community) => members.set(Int32Array.from(list).sort(), offsets[community]!))
  return { offsets, members }
}

/** The communities for which `keep` holds, in the same order. */
export function selected(cover: Cover, keep: (community: number) => boolean): Cover {
  const kept: number[] = []
  let size = 0
  for (let community = 0; community < communityCount(cover); community++) {
    if (!keep(community)) continue
    kept.push(community)
    size += sizeOf(cover, community)
  }
  const offsets = new Int32Array(kept.length + 1)
  const members = new Int32Array(size)
  kept.forEach((community, at) => {
    members.set(membersOf(cover, community), offsets[at]!)
    offsets[at + 1] = offsets[at]! + sizeOf(cover, community)
  })
  return { offsets, members }
}

/** The communities of each node, as a cover the other way round: `offsets` by node, `members` are communities. */
export function membershipsOf(cover: Cover, nodes: number): Cover {
  const offsets = new Int32Array(nodes + 1)
  for (const member of cover.members) offsets[member + 1]!++
  accumulate(offsets)
  const members = new Int32Array(cover.members.length)
  const next = offsets.slice(0, nodes)
  for (let community = 0; community < communityCount(cover); community++)
    for (let at = cover.offsets[community]!; at < cover.offsets[community + 1]!; at++)
      members[next[cover.members[at]!]!++] = community
  return { offsets, members }
}

/** The communities of both covers, those of the first first. */
export function joined(first: Cover, second: Cover): Cover {
  const offsets = new Int32Array(first.offsets.length + second.offsets.length - 1)
  offsets.set(first.offsets)
  second.offsets.forEach((offset, at) => (offsets[first.offsets.length - 1 + at] = first.members.length + offset))
  const members = new Int32Array(first.members.length + second.members.length)
  members.set(first.members)
  members.set(second.members, first.members.length)
  return { offsets, members }
}

/** One community of each set of members: doubles go, the first stays. O(members). */
export function distinct(cover: Cover): Cover {
  const marks = new Set<number>()
  return selected(cover, (community) => {
    const before = marks.size
    return marks.add(markOf(cover, community)).size > before
  })
}

/** Share of the communities of `now` that were in `before` with exactly these members; 1 when both are empty. */
export function unchanged(before: Cover, now: Cover): number {
  const marks = new Set<number>()
  for (let community = 0; community < communityCount(before); community++) marks.add(markOf(before, community))
  let same = 0
  for (let community = 0; community < communityCount(now); community++) if (marks.has(markOf(now, community))) same++
  return communityCount(now) === 0 ? Number(communityCount(before) === 0) : same / communityCount(now)
}

/** A number that tells sets of members apart: two 26-bit mixtures of them in one. */
function markOf(cover: Cover, community: number): number {
  let low = 1
  let high = sizeOf(cover, community)
  for (const member of membersOf(cover, community)) {
    low = Math.imul(low ^ member, 0x01000193)
    high = Math.imul(high + member, 0x85ebca6b) ^ (high >>> 13)
  }
  return (low >>> 6) * 0x4000000 + (high >>> 6)
}
