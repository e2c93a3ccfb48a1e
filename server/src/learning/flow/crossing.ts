import { deliveriesOf } from './figures.ts'
import type { Send, World } from './world.ts'

export interface Crossing {
  readonly from: number
  readonly to: number
  readonly topics: readonly number[]
  /** How many people of the other community something goes to: at least five. */
  readonly people: number
}

/** What crosses over: items on topics of one community that go to people of another, most people first. */
export function crossingsOf(world: World, sends: readonly Send[]): Crossing[] {
  const found = new Map<string, { from: number; to: number; topics: Set<number>; people: Set<number> }>()
  const deliveries = deliveriesOf(world, sends)
  sends.forEach(({ topic, community: to }, at) => {
    const from = world.owner[topic]!
    if (from < 0 || from === to) return
    const key = `${from} ${to}`
    const one = found.get(key) ?? found.set(key, { from, to, topics: new Set(), people: new Set() }).get(key)!
    one.topics.add(topic)
    for (const person of deliveries[at]!.people) one.people.add(person)
  })
  return [...found.values()]
    .filter(({ people }) => people.size > 0)
    .map(({ from, to, topics, people }) => ({
      from,
      to,
      topics: [...topics].sort((a, b) => a - b),
      people: people.size,
    }))
    .sort((one, other) => other.people - one.people || one.from - other.from || one.to - other.to)
}
