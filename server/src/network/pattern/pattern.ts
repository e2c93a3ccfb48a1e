import type { Graph } from '@mortar/graph'
import { enough, rounded } from '#platform/few.ts'

/** How many ties there are between groups of units, five people behind each figure on either side. */
export interface Pattern {
  /** Units by their ids. */
  readonly groups: readonly (readonly string[])[]
  readonly pairs: readonly { one: number; other: number; ties: number; strength: number }[]
  /** How much of all ties each tenth of the people has, the busiest first; one part where people are too few to tell. */
  readonly spread: readonly number[]
}

export interface Units {
  readonly ids: readonly string[]
  readonly parents: Int32Array
}

/** Ties weaker than a quarter of the usual one are left out. */
const weakest = 0.2

export function patternOf(ties: Graph, unitOf: Int32Array, units: Units): Pattern {
  const { groups, groupOf } = groupsIn(unitOf, units)
  const strength = strengthIn(ties)
  const counted = countedIn(ties, groupOf, strength)
  const shown = [...counted.values()].filter(({ ones, others }) => enough(Math.min(ones.size, others.size)))
  return {
    groups: groups.map((each) => each.map((unit) => units.ids[unit]!)),
    pairs: shown
      .map(({ one, other, count, sum }) => ({
        one,
        other,
        ties: Math.round(rounded(count)),
        strength: Math.min(1, rounded(sum / count)),
      }))
      .sort((a, b) => a.one - b.one || a.other - b.other),
    spread: spreadOf(ties, strength),
  }
}

/** Units with fewer than five people who have ties count with the unit above them; at the top such people are left out. */
function groupsIn(unitOf: Int32Array, { parents }: Units): { groups: number[][]; groupOf: Int32Array } {
  const people = new Int32Array(parents.length)
  for (const unit of unitOf) if (unit >= 0) people[unit]!++
  const into = Int32Array.from(parents, (_, unit) => unit)
  for (const unit of deepestFirst(parents)) {
    if (enough(people[unit]!)) continue
    const above = parents[unit]!
    into[unit] = above
    if (above >= 0) people[above]! += people[unit]!
  }
  const headOf = (unit: number): number => {
    let at = unit
    while (at >= 0 && into[at] !== at) at = into[at]!
    return at
  }
  const groups = Map.groupBy(
    [...parents.keys()].filter((unit) => headOf(unit) >= 0),
    headOf,
  )
  const number = new Map([...groups.keys()].map((head, at) => [head, at]))
  return {
    groups: [...groups.values()],
    groupOf: unitOf.map((unit) => (unit < 0 ? -1 : (number.get(headOf(unit)) ?? -1))),
  }
}

function deepestFirst(parents: Int32Array): number[] {
  const depth = (unit: number) => {
    let steps = 0
    for (let at = parents[unit]!; at >= 0 && steps < parents.length; at = parents[at]!) steps++
    return steps
  }
  return [...parents.keys()]
    .map((unit) => ({ unit, steps: depth(unit) }))
    .sort((a, b) => b.steps - a.steps || a.unit - b.unit)
    .map(({ unit }) => unit)
}

/** The strength of an arc, 0 to 1: a half where it is the usual one. */
function strengthIn({ weights }: Graph): (arc: number) => number {
  const usual = weights.toSorted()[Math.floor(weights.length / 2)] ?? 1
  return (arc) => weights[arc]! / (weights[arc]! + usual)
}

interface Counted {
  readonly one: number
  readonly other: number
  count: number
  sum: number
  readonly ones: Set<number>
  readonly others: Set<number>
}

function countedIn(ties: Graph, groupOf: Int32Array, strength: (arc: number) => number): Map<string, Counted> {
  const pairs = new Map<string, Counted>()
  for (let person = 0; person < ties.nodes; person++)
    for (let arc = ties.offsets[person]!; arc < ties.offsets[person + 1]!; arc++) {
      const end = ties.targets[arc]!
      const [one, other] = [groupOf[person]!, groupOf[end]!]
      // Each tie is there from both ends.
      if (one < 0 || other < 0 || one > other || (one === other && person > end) || strength(arc) < weakest) continue
      const key = `${one} ${other}`
      const pair = pairs.get(key) ?? { one, other, count: 0, sum: 0, ones: new Set(), others: new Set() }
      pair.count++
      pair.sum += strength(arc)
      pair.ones.add(person)
      pair.others.add(end)
      pairs.set(key, pair)
    }
  return pairs
}

const parts = 10

function spreadOf(ties: Graph, strength: (arc: number) => number): number[] {
  const degrees = Array.from({ length: ties.nodes }, (_, person) => {
    let count = 0
    for (let arc = ties.offsets[person]!; arc < ties.offsets[person + 1]!; arc++) if (strength(arc) >= weakest) count++
    return count
  })
    .filter((count) => count > 0)
    .sort((a, b) => b - a)
  const all = degrees.reduce((sum, each) => sum + each, 0)
  if (!enough(Math.floor(degrees.length / parts))) return [1]
  return Array.from({ length: parts }, (_, part) => {
    const from = Math.floor((part * degrees.length) / parts)
    const to = Math.floor(((part + 1) * degrees.length) / parts)
    return rounded(degrees.slice(from, to).reduce((sum, each) => sum + each, 0) / all)
  })
}
