/**
 * How few people can leave before more than half of what they carry is carried by nobody: at each step the one leaves
 * who carries most. `carriers` has the people behind each topic; 0 where there is nothing to carry.
 *
 * Truck factor of Avelino et al. (2016), ICPC, with topics instead of files. O(people · topics).
 */
export function truckFactor(carriers: readonly ReadonlySet<number>[]): number {
  const carried = carriers.filter((people) => people.size > 0).map((people) => new Set(people))
  const whole = carried.length
  for (let gone = 0; ; gone++) {
    const left = carried.filter((people) => people.size > 0)
    if (left.length * 2 < whole || whole === 0) return gone
    const carries = new Map<number, number>()
    for (const people of left) for (const person of people) carries.set(person, (carries.get(person) ?? 0) + 1)
    const [most] = [...carries].toSorted(([a, one], [b, other]) => other - one || a - b)[0]!
    for (const people of carried) people.delete(most)
  }
}
