/** The most sets that are laid over each other at once: 63 regions. */
export const mostSets = 6

/**
 * The regions that sets of people cut each other into. The key of a region says which sets it lies in: bit n for set n,
 * so that 0b101 is what lies in the first and the third set and in no other. Regions without people are there too.
 *
 * Throws a RangeError where there are no sets or more than `mostSets`.
 */
export function regionsOf<Person>(sets: readonly ReadonlySet<Person>[]): Map<number, Set<Person>> {
  if (sets.length === 0 || sets.length > mostSets) throw new RangeError(`1 to ${mostSets} sets, not ${sets.length}`)
  const regions = new Map<number, Set<Person>>()
  for (let key = 1; key < 1 << sets.length; key++) regions.set(key, new Set())
  const keys = new Map<Person, number>()
  sets.forEach((set, n) => set.forEach((person) => keys.set(person, (keys.get(person) ?? 0) | (1 << n))))
  for (const [person, key] of keys) regions.get(key)!.add(person)
  return regions
}

/** The sets that a region lies in. */
export const setsIn = (key: number): number[] =>
  Array.from({ length: 32 - Math.clz32(key) }, (_, n) => n).filter((n) => key & (1 << n))
