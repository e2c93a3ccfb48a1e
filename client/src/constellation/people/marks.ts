import type { PeoplePicture } from '@mortar/contract/network-constellation'

export interface Line {
  key: string
  from: { x: number; y: number }
  to: { x: number; y: number }
  width: number
}

const widths = { strong: 5, some: 3, weak: 1.5 } as const

/** Ties between whole units: wider where there are more than chance would give. */
export function bundlesOf({ bundles, units }: PeoplePicture): Line[] {
  return bundles.map(({ one, other, observed, expected }) => ({
    key: `${one} ${other}`,
    from: units[one]!,
    to: units[other]!,
    width: 2 + 4 * Math.min(3, expected > 0 ? observed / expected : 1),
  }))
}

/** From the reader to whom they have ties with, where the reader is in the picture. */
export function ownLines({ people, ownTies }: PeoplePicture): (Line & { person: number })[] {
  const own = people.find(({ self }) => self)
  if (!own) return []
  return ownTies.map(({ person, strength }) => ({
    key: `own ${person}`,
    person,
    from: own,
    to: people[person]!,
    width: widths[strength],
  }))
}

/** Initials fit into marks of this size. */
export const leastForInitials = 11
