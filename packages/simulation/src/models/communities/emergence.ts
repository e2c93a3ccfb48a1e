import type { Run } from '../../model.ts'
import type { Stream } from '../../random/stream.ts'
import { tallyOf } from '../../experiment/statistics.ts'
import { communities } from './communities.ts'
import { type StrongTies, strongTiesOf } from './measures.ts'
import { type CommunitiesState, unitOf } from './state.ts'

/** Finds groups among people by their ties, a number for each person; Leiden or Louvain of a graph package will do. */
export type FindGroups = (people: number, from: Int32Array, to: Int32Array) => ArrayLike<number>

/** What was found, and what chance alone would give. */
export interface Against {
  readonly found: number
  readonly expected: number
  /** Standard deviation of what chance gives. */
  readonly deviation: number
}

export interface Emergence {
  readonly ties: StrongTies
  /** The share of all pairs with a strong tie. */
  readonly density: number
  /** Strong ties returned, of all in their direction; against ties led elsewhere while everybody keeps their number. */
  readonly reciprocity: Against
  /** Strong ties across units less those inside; against people put into units at random. */
  readonly eiIndex: Against
  readonly groups: Groups | null
}

export interface Groups {
  readonly of: Int32Array
  /** Groups of three people or more. */
  readonly count: number
  /** The share of people in those groups whose own domain is the commonest of their group; against own domains dealt anew. */
  readonly sameDomain: Against
}

/** Whether communities have emerged in a run of the model `communities`, held against what chance alone would give. */
export function emergenceIn(
  run: Run,
  chance: Stream,
  { findGroups, rewirings = 20 }: { findGroups?: FindGroups; rewirings?: number } = {},
): Emergence {
  const state = communities.peek(run) as CommunitiesState
  const { people } = state.settings
  const ties = strongTiesOf(state)
  const units = Int32Array.from({ length: people }, (_, person) => unitOf(state, person))
  return {
    ties,
    density: ties.pairs / ((people * (people - 1)) / 2),
    reciprocity: against(returned(ties.from, ties.to), rewirings, () => returned(ties.from, rewired(ties, chance))),
    eiIndex: against(eiOf(ties, units), rewirings, () => eiOf(ties, shuffled(units, chance))),
    groups: findGroups ? groupsAmong(state, ties, findGroups, rewirings, chance) : null,
  }
}

function against(found: number, times: number, byChance: () => number): Against {
  const { mean: expected, deviation } = tallyOf(Array.from({ length: times }, byChance))
  return { found, expected, deviation }
}

function returned(from: Int32Array, to: Int32Array): number {
  const ties = new Set(Array.from(from, (one, at) => pairOf(one, to[at]!)))
  let both = 0
  for (let at = 0; at < from.length; at++) if (ties.has(pairOf(to[at]!, from[at]!))) both++
  return from.length === 0 ? 0 : both / from.length
}

/** Where ties lead after many exchanges of ends between two of them: everybody keeps as many, from and to. */
function rewired({ from, to }: StrongTies, chance: Stream): Int32Array {
  const ends = Int32Array.from(to)
  const ties = new Set(Array.from(from, (one, at) => pairOf(one, ends[at]!)))
  for (let swap = 0; swap < 10 * ends.length; swap++) {
    const [one, other] = [chance.below(ends.length), chance.below(ends.length)]
    const [a, b, c, d] = [from[one]!, ends[one]!, from[other]!, ends[other]!]
    if (a === d || c === b || ties.has(pairOf(a, d)) || ties.has(pairOf(c, b))) continue
    ties.delete(pairOf(a, b))
    ties.delete(pairOf(c, d))
    ties.add(pairOf(a, d)).add(pairOf(c, b))
    ends[one] = d
    ends[other] = b
  }
  return ends
}

const pairOf = (from: number, to: number) => from * 65536 + to

function eiOf({ from, to }: StrongTies, units: Int32Array): number {
  let across = 0
  for (let at = 0; at < from.length; at++) if (units[from[at]!] !== units[to[at]!]) across++
  return from.length === 0 ? 0 : (2 * across - from.length) / from.length
}

function shuffled(values: Int32Array, chance: Stream): Int32Array {
  const copy = Int32Array.from(values)
  chance.shuffle(copy)
  return copy
}

function groupsAmong(
  { settings, home }: CommunitiesState,
  { from, to }: StrongTies,
  findGroups: FindGroups,
  times: number,
  chance: Stream,
): Groups {
  const of = Int32Array.from(findGroups(settings.people, from, to))
  const sizes = new Map<number, number>()
  for (const group of of) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  const large = new Set([...sizes].filter(([, size]) => size >= 3).map(([group]) => group))
  const sameDomain = (homes: Int32Array) => {
    const counts = new Map<number, Int32Array>()
    for (let person = 0; person < of.length; person++) {
      if (!large.has(of[person]!)) continue
      const row = counts.get(of[person]!) ?? new Int32Array(settings.domains)
      row[homes[person]!]!++
      counts.set(of[person]!, row)
    }
    let [all, commonest] = [0, 0]
    for (const row of counts.values()) {
      all += row.reduce((sum, each) => sum + each, 0)
      commonest += row.reduce((most, each) => Math.max(most, each), 0)
    }
    return all === 0 ? 0 : commonest / all
  }
  return {
    of,
    count: large.size,
    sameDomain: against(sameDomain(home), times, () => sameDomain(shuffled(home, chance))),
  }
}
