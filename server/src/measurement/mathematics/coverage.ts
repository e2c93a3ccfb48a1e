/**
 * How few people can leave before more than half of what they carry is carried by nobody: at each step the one leaves
 * who carries most. `carriers` has the people behind each topic; 0 where there is nothing to carry. What somebody carries
 * does not change when others leave, so that their order is known from the beginning.
 *
 * Truck factor of Avelino et al. (2016), ICPC, with topics instead of files. O(pairs + people · log people).
 */
export function truckFactor(carriers: readonly ReadonlySet<number>[]): number {
  const carried = carriers.filter((people) => people.size > 0)
  const topicsOf = new Map<number, number[]>()
  carried.forEach((people, topic) => {
    for (const person of people) {
      const topics = topicsOf.get(person)
      if (topics) topics.push(topic)
      else topicsOf.set(person, [topic])
    }
  })
  const order = [...topicsOf].toSorted(([a, one], [b, other]) => other.length - one.length || a - b)
  const left = carried.map((people) => people.size)
  let gone = 0
  let alone = 0
  while (carried.length > 0 && 2 * (carried.length - alone) >= carried.length)
    for (const topic of order[gone++]![1]) if (--left[topic]! === 0) alone++
  return gone
}
