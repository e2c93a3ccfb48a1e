/** Who is in which community, read from either side: members of c are `members[start[c]]` up to `members[start[c + 1]]`. */
export interface Circles {
  readonly communities: number
  readonly start: Int32Array
  readonly members: Int32Array
  readonly ofStart: Int32Array
  readonly of: Int32Array
}

/** Circles of memberships, a person and a community each; whoever is told twice is in once. */
export function circlesOf(
  people: number,
  communities: number,
  memberships: readonly (readonly [number, number])[],
): Circles {
  const once = [...new Set(memberships.map(([person, community]) => community * people + person))].sort((a, b) => a - b)
  const [start, ofStart] = [new Int32Array(communities + 1), new Int32Array(people + 1)]
  const members = Int32Array.from(once, (key) => key % people)
  const community = Int32Array.from(once, (key) => Math.floor(key / people))
  for (const each of community) start[each + 1]!++
  for (const each of members) ofStart[each + 1]!++
  for (let at = 0; at < communities; at++) start[at + 1]! += start[at]!
  for (let at = 0; at < people; at++) ofStart[at + 1]! += ofStart[at]!
  const next = ofStart.slice()
  const of = new Int32Array(once.length)
  members.forEach((person, at) => (of[next[person]!++] = community[at]!))
  return { communities, start, members, ofStart, of }
}

export function membershipsOf({ communities, start, members }: Circles): [number, number][] {
  const found: [number, number][] = []
  for (let community = 0; community < communities; community++)
    for (let at = start[community]!; at < start[community + 1]!; at++) found.push([members[at]!, community])
  return found
}
