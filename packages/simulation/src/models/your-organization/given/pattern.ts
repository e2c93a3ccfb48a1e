import * as z from 'zod'
import type { Stream } from '../../../random/stream.ts'
import { wholeNumbers } from '../../parts/given-network.ts'

const shares = z.array(z.number().min(0).max(1))

/**
 * Ties of which no more is known than how many there are between groups of people. Between whom they stand is drawn anew
 * in each replication, so that nothing about a person can come out of it.
 */
export const TiePattern = z.object({
  /** The group of each person; -1 for somebody in none. */
  group: wholeNumbers(-1),
  /** Pairs of groups, or a group with itself: how many ties, and how strong on average, 0 to 1. */
  one: wholeNumbers(),
  other: wholeNumbers(),
  ties: wholeNumbers(),
  strength: shares,
  /** How much of all ties each part of the people has, of parts of equal size; one part where all are alike. */
  spread: shares.min(1).max(100),
})
export type TiePattern = z.infer<typeof TiePattern>

export function faultsInPattern({ group, one, other, ties, strength }: TiePattern, people: number) {
  const groups = group.reduce((most, each) => Math.max(most, each + 1), 0)
  const faults: { path: string[]; message: string }[] = []
  const demand = (holds: boolean, message: string, field: string) => {
    if (!holds) faults.push({ path: ['pattern', field], message })
  }
  demand(group.length === people, `one for each of the ${people} people`, 'group')
  demand(one.length === other.length, 'as many as in one', 'other')
  demand(one.length === ties.length && one.length === strength.length, 'as many as pairs of groups', 'ties')
  for (const [field, list] of Object.entries({ one, other }))
    demand(
      list.every((each) => each < groups),
      `below the number of groups, ${groups}`,
      field,
    )
  return faults
}

const ATTEMPTS = 6

/** Draws ties between people: who has many is drawn first, then each tie between two of its groups. */
export function drawTies(
  pattern: TiePattern,
  chance: Stream,
  tie: (person: number, other: number, strength: number) => boolean,
): void {
  const places = placesIn(pattern, chance)
  pattern.one.forEach((one, pair) => {
    const [from, to] = [places[one]!, places[pattern.other[pair]!]!]
    for (let drawn = 0; drawn < pattern.ties[pair]!; drawn++)
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const [person, other] = [someoneIn(from, chance), someoneIn(to, chance)]
        if (person !== other && tie(person, other, pattern.strength[pair]!)) break
      }
  })
}

/** The people of a group, and their weights summed up from the first on. */
interface Places {
  readonly people: number[]
  readonly sums: number[]
}

function placesIn({ group, spread }: TiePattern, chance: Stream): Places[] {
  const order = Int32Array.from(group, (_, person) => person)
  chance.shuffle(order)
  const weight = new Float64Array(group.length)
  order.forEach((person, rank) => (weight[person] = spread[Math.floor((rank * spread.length) / group.length)]! + 1e-9))
  const places: Places[] = []
  group.forEach((each, person) => {
    if (each < 0) return
    const there = (places[each] ??= { people: [], sums: [] })
    there.people.push(person)
    there.sums.push((there.sums.at(-1) ?? 0) + weight[person]!)
  })
  return places
}

/** The first whose sum is above a random share of all. */
function someoneIn({ people, sums }: Places, chance: Stream): number {
  const wanted = chance.unit() * sums.at(-1)!
  let [low, high] = [0, sums.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sums[middle]! > wanted) high = middle
    else low = middle + 1
  }
  return people[low]!
}
