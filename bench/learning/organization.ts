import type { Item, World } from '../../server/src/learning/flow/world.ts'
import { chance } from '../fill/random.ts'

export interface Organization {
  readonly world: World
  readonly departments: readonly Int32Array[]
  /** Share of the told needs that the departments of their people account for (corrected for chance). */
  readonly followed: number
}

const counts = { people: 10_000, departments: 50, communities: 100, topics: 400, items: 2000, needs: 3 }
const minutes = [10, 15, 20, 30, 45, 60]

/**
 * An organization of 10,000 people in 50 departments of 200 and 100 communities of about 200, each person in two of
 * them whatever the department. 400 topics: four to a community, the first above the three others. Each department has
 * eight topics of its own. Everybody told three needs: each follows the department with the chance `correlation`; else
 * one of the topics of one's communities, and one in ten any topic. 2,000 items of 10 to 60 minutes, two in five with a
 * second topic of the same community; one teller in fifty said "not for me".
 */
export function organizationWith(correlation: number, seed: number): Organization {
  const { below, holds, pick } = chance(seed)
  const ofTopics = (community: number) => 4 * community + below(4)
  const department = Int32Array.from({ length: counts.people }, (_, person) => person % counts.departments)
  const profile = Array.from({ length: counts.departments }, () =>
    Array.from({ length: 8 }, () => below(counts.topics)),
  )
  const homes = Array.from(department, () => [...new Set([below(counts.communities), below(counts.communities)])])
  const needOf = (person: number) => {
    if (holds(correlation)) return pick(profile[department[person]!]!)
    return holds(0.1) ? below(counts.topics) : ofTopics(pick(homes[person]!))
  }
  const told = homes.flatMap((_, person) => {
    const topics = new Set<number>()
    while (topics.size < counts.needs) topics.add(needOf(person))
    return [...topics].map((topic) => ({ person, topic }))
  })
  const tellers: number[][] = Array.from({ length: counts.topics }, () => [])
  for (const { person, topic } of told) tellers[topic]!.push(person)
  const items = Array.from({ length: counts.items }, (): Item => {
    const first = below(counts.topics)
    const topics = holds(0.4) ? [...new Set([first, ofTopics(Math.floor(first / 4))])] : [first]
    const passed = topics.flatMap((topic) => tellers[topic]!.filter(() => holds(0.02)))
    return { minutes: pick(minutes), topics, passed }
  })
  const members = Array.from({ length: counts.communities }, (_, community) =>
    Int32Array.from(homes.flatMap((of, person) => (of.includes(community) ? [person] : []))),
  )
  const departments = profile.map((_, at) =>
    Int32Array.from(department.keys()).filter((person) => department[person] === at),
  )
  const world: World = {
    people: counts.people,
    broader: Int32Array.from({ length: counts.topics }, (_, topic) => (topic % 4 === 0 ? -1 : topic - (topic % 4))),
    owner: Int32Array.from({ length: counts.topics }, (_, topic) => Math.floor(topic / 4)),
    members,
    told: {
      person: Int32Array.from(told, ({ person }) => person),
      topic: Int32Array.from(told, ({ topic }) => topic),
      weight: new Float64Array(told.length).fill(1),
    },
    items,
  }
  return { world, departments, followed: followedBy(department, told) }
}

/**
 * How far needs follow departments, bias-corrected Cramér's V of topics by departments: 0 not at all, 1 wholly.
 * Bergsma (2013), A bias-correction for Cramér's V and Tschuprow's T, J. Korean Statistical Society 42, 323–328.
 */
function followedBy(department: Int32Array, told: readonly { person: number; topic: number }[]): number {
  const cells = new Map<number, number>()
  const byTopic = new Float64Array(counts.topics)
  const byDepartment = new Float64Array(counts.departments)
  for (const { person, topic } of told) {
    const cell = department[person]! * counts.topics + topic
    cells.set(cell, (cells.get(cell) ?? 0) + 1)
    byTopic[topic]!++
    byDepartment[department[person]!]!++
  }
  const rows = byDepartment.filter((count) => count > 0).length
  const columns = byTopic.filter((count) => count > 0).length
  let squares = 0
  for (const [cell, count] of cells)
    squares += count ** 2 / byTopic[cell % counts.topics]! / byDepartment[Math.floor(cell / counts.topics)]!
  const corrected = Math.max(0, squares - 1 - ((rows - 1) * (columns - 1)) / (told.length - 1))
  const less = (n: number) => n - (n - 1) ** 2 / (told.length - 1)
  return Math.sqrt(corrected / (Math.min(less(rows), less(columns)) - 1))
}
