import { brokerageOf, type Brokerage, degreeOf, type Graph } from '@mortar/graph'
import { shownCount } from '../../few.ts'
import { type Level, unitAt } from './chart.ts'

/** How one person stands between units: for their own eyes, and even there nothing below five. */
export interface Position {
  /** Units by their numbers in the chart. */
  readonly unit: number
  readonly units: readonly { unit: number; people: number | null; cutOff: number | null }[]
  readonly roles: readonly { role: 'coordinator' | 'consultant' | 'broker' | 'liaison'; pairs: number }[]
}

/** Pairs of four people, each way: more than these have at least five people behind them. */
const pairsOfFour = 12
/** People with more ties than this are tied to whole units; pairs among so many say nothing of brokerage. */
const mostTies = 400

/** A function that tells the position of each person with ties out of their unit. O(arcs) once, then O(degree²) each. */
export function positionsIn(ties: Graph, level: Level): (person: number) => Position | undefined {
  const through = contactsByUnit(ties, level)
  return (person) => {
    const unit = unitAt(level, person)
    const reached = new Map<number, { people: number; cutOff: number }>()
    for (let arc = ties.offsets[person]!; arc < ties.offsets[person + 1]!; arc++) {
      const other = ties.targets[arc]!
      const there = unitAt(level, other)
      if (there < 0 || there === unit) continue
      const count = reached.get(there) ?? { people: 0, cutOff: 0 }
      count.people++
      if (unit >= 0 && through(other, unit) === 1) count.cutOff++
      reached.set(there, count)
    }
    if (reached.size === 0) return undefined
    const units = [...reached].toSorted(([one], [other]) => one - other)
    return {
      unit,
      units: units.map(([there, { people, cutOff }]) => ({
        unit: there,
        people: shownCount(people),
        cutOff: shownCount(cutOff),
      })),
      roles: degreeOf(ties, person) > mostTies ? [] : rolesOf(brokerageOf(ties, level.partition, person, ties)),
    }
  }
}

/** How many people of a unit somebody has ties with. */
function contactsByUnit(ties: Graph, level: Level): (person: number, unit: number) => number {
  const known = new Map<number, Map<number, number>>()
  return (person, unit) => {
    let counts = known.get(person)
    if (!counts) {
      counts = new Map()
      for (let arc = ties.offsets[person]!; arc < ties.offsets[person + 1]!; arc++) {
        const there = unitAt(level, ties.targets[arc]!)
        counts.set(there, (counts.get(there) ?? 0) + 1)
      }
      known.set(person, counts)
    }
    return counts.get(unit) ?? 0
  }
}

/** Gould and Fernandez; ties here go both ways, so that gatekeeper and representative are one. */
function rolesOf({ coordinator, consultant, gatekeeper, representative, liaison }: Brokerage): Position['roles'] {
  const pairs = [
    ['coordinator', coordinator],
    ['consultant', consultant],
    ['broker', gatekeeper + representative],
    ['liaison', liaison],
  ] as const
  return pairs.filter(([, count]) => count > pairsOfFour).map(([role, count]) => ({ role, pairs: count / 2 }))
}
