import type { Met, Volunteer } from './pairs.ts'

export type Meeting = readonly [one: string, other: string]
type Somebody = Pick<Volunteer, 'person' | 'unit'>

/**
 * Pairs of people of different units, without a topic; nobody twice, and no two who met within the year.
 *
 * Units follow each other, the largest first, and everybody meets whoever stands half the row further on, or the size
 * of the largest unit where that is more: so no two of one unit meet, and there are min(n / 2, n − largest) pairs,
 * which is the most there can be. Pairs who met then change partners with others; where that cannot be, they wait. After
 * that the number is not proved to be the most.
 */
export function meetingsFor(people: readonly Somebody[], met: readonly Met[]): Meeting[] {
  const apart = new Set(met.flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]))
  const may = (one: Somebody, other: Somebody): boolean =>
    one !== other && (one.unit === undefined || one.unit !== other.unit) && !apart.has(`${one.person} ${other.person}`)
  const row = byUnit(people)
  const step = Math.max(Math.ceil(row.length / 2), largest(row))
  const pairs = row.slice(step).map((other, at): [Somebody, Somebody] => [row[at]!, other])
  const alone = row.slice(pairs.length, step)
  for (const pair of pairs) if (!may(...pair)) changePartners(pair, pairs, alone, may)
  return pairs
    .filter(([one, other]) => may(one, other))
    .map(([one, other]): Meeting =>
      one.person < other.person ? [one.person, other.person] : [other.person, one.person],
    )
    .sort(([one], [other]) => (one < other ? -1 : 1))
}

const largest = (row: readonly Somebody[]): number =>
  Math.max(
    0,
    ...[...Map.groupBy(row, ({ unit }) => unit)].map(([unit, some]) => (unit === undefined ? 1 : some.length)),
  )

/** The largest unit first; who has none stands last. */
function byUnit(people: readonly Somebody[]): Somebody[] {
  const size = new Map([...Map.groupBy(people, ({ unit }) => unit)].map(([unit, some]) => [unit, some.length]))
  const order = ({ unit }: Somebody) => (unit === undefined ? 0 : size.get(unit)!)
  const by = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
  return people.toSorted(
    (one, other) => order(other) - order(one) || by(one.unit ?? '', other.unit ?? '') || by(one.person, other.person),
  )
}

/** Lets a pair that may not be change with another pair, or with somebody who is alone, so that no pair is lost by it. */
function changePartners(
  pair: [Somebody, Somebody],
  pairs: [Somebody, Somebody][],
  alone: Somebody[],
  may: (one: Somebody, other: Somebody) => boolean,
): void {
  for (const [at, waiting] of alone.entries())
    for (const side of [0, 1] as const)
      if (may(pair[side], waiting)) {
        ;[pair[1 - side], alone[at]] = [waiting, pair[1 - side]!]
        return
      }
  for (const other of pairs)
    for (const side of [0, 1] as const) {
      const was = may(...other)
      const [first, second] = [may(pair[0], other[side]), may(pair[1], other[1 - side]!)]
      if (other !== pair && first && (second || !was)) {
        ;[pair[1], other[side], other[1 - side]] = [other[side], pair[1], other[1 - side]!]
        return
      }
    }
}
