import type { Graph } from '@mortar/graph'
import { fewest } from '#platform/few.ts'
import { type Level, unitAt } from './chart.ts'

export interface UnitTie {
  /** Units by their numbers in the chart; the same for ties inside one unit. */
  readonly one: number
  readonly other: number
  readonly observed: number
  readonly expected: number
  /** People behind, of the unit that has fewer in it. */
  readonly people: number
  /** How many of the ties touch four people at most, whichever four they are. */
  readonly most: number
}

interface Pair {
  one: number
  other: number
  arcs: number
  /** Ties of each person of `one` into `other`. */
  ones: Map<number, number>
}

/**
 * Ties between units as they are, and as chance would give when everybody kept the number of their ties:
 *
 *   expected(A, B) = D_A D_B / 2m      expected(A, A) = D_A² / 4m      D: ties of all people of the unit, m: all ties
 *
 * O(arcs).
 */
export function unitTies(ties: Graph, level: Level): UnitTie[] {
  const arcs = ties.targets.length
  const degree = new Map<number, number>()
  const pairs = new Map<string, Pair>()
  for (let person = 0; person < ties.nodes; person++) {
    const from = unitAt(level, person)
    if (from < 0) continue
    degree.set(from, (degree.get(from) ?? 0) + ties.offsets[person + 1]! - ties.offsets[person]!)
    for (let arc = ties.offsets[person]!; arc < ties.offsets[person + 1]!; arc++) {
      const to = unitAt(level, ties.targets[arc]!)
      if (to < 0) continue
      const pair = pairs.get(`${from} ${to}`) ?? { one: from, other: to, arcs: 0, ones: new Map() }
      pair.arcs++
      pair.ones.set(person, (pair.ones.get(person) ?? 0) + 1)
      pairs.set(`${from} ${to}`, pair)
    }
  }
  return [...pairs.values()].flatMap(({ one, other, arcs: there, ones }) => {
    if (one > other) return []
    const others = pairs.get(`${other} ${one}`)!.ones
    const halves = one === other ? 2 : 1
    return {
      one,
      other,
      observed: there / halves,
      expected: (degree.get(one)! * degree.get(other)!) / arcs / halves,
      people: Math.min(ones.size, others.size),
      most: mostOfFew(one === other ? [...ones.values()] : [...ones.values(), ...others.values()]),
    }
  })
}

/** The sum of the four largest. */
export const mostOfFew = (counts: number[]): number =>
  counts
    .sort((a, b) => b - a)
    .slice(0, fewest - 1)
    .reduce((sum, count) => sum + count, 0)
