import type { Graph } from '@mortar/graph'
import { enough } from '#platform/few.ts'
import { type Level, unitAt } from './chart.ts'

export interface UnitTie {
  /** Units by their numbers in the chart; the same for ties inside one unit. */
  readonly one: number
  readonly other: number
  readonly observed: number
  readonly expected: number
  /** People behind, of the unit that has fewer in it. */
  readonly people: number
}

/**
 * Ties between units as they are, and as chance would give when everybody kept the number of their ties:
 *
 *   expected(A, B) = D_A D_B / 2m      expected(A, A) = D_A² / 4m      D: ties of all people of the unit, m: all ties
 *
 * Pairs with fewer than five people on either side are left out. O(arcs).
 */
export function unitTies(ties: Graph, level: Level): UnitTie[] {
  const arcs = ties.targets.length
  const degree = new Map<number, number>()
  const pairs = new Map<string, { one: number; other: number; arcs: number; ones: Set<number> }>()
  for (let person = 0; person < ties.nodes; person++) {
    const from = unitAt(level, person)
    if (from < 0) continue
    degree.set(from, (degree.get(from) ?? 0) + ties.offsets[person + 1]! - ties.offsets[person]!)
    for (let arc = ties.offsets[person]!; arc < ties.offsets[person + 1]!; arc++) {
      const to = unitAt(level, ties.targets[arc]!)
      if (to < 0) continue
      const pair = pairs.get(`${from} ${to}`) ?? { one: from, other: to, arcs: 0, ones: new Set() }
      pair.arcs++
      pair.ones.add(person)
      pairs.set(`${from} ${to}`, pair)
    }
  }
  return [...pairs.values()].flatMap(({ one, other, arcs: there, ones }) => {
    const people = Math.min(ones.size, pairs.get(`${other} ${one}`)!.ones.size)
    if (one > other || !enough(people)) return []
    const halves = one === other ? 2 : 1
    const expected = (degree.get(one)! * degree.get(other)!) / arcs / halves
    return { one, other, observed: there / halves, expected, people }
  })
}
