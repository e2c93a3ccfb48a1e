import type { Facts } from './facts.ts'

/** Who is a member at a moment. */
export function membersAt({ members }: Facts, at: number): Set<number> {
  const there = new Set<number>()
  for (let row = 0; row < members.who.length; row++)
    if (members.from[row]! < at && members.to[row]! >= at) there.add(members.who[row]!)
  return there
}

/** Who became a member from one moment to another, and when; the founders' first day is nobody's joining. */
export function joinedWithin({ members }: Facts, from: number, to: number): { person: number; at: number }[] {
  const joined: { person: number; at: number }[] = []
  for (let row = 0; row < members.who.length; row++)
    if (members.from[row]! >= from && members.from[row]! < to)
      joined.push({ person: members.who[row]!, at: members.from[row]! })
  return joined
}
