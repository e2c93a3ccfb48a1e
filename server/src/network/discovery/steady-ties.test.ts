import { graphBuilder, partitionFrom, seededRandom } from '@mortar/graph'
import { expect, test } from 'vitest'
import { unitTies } from './compute/unit-ties.ts'
import { type PublishedTie, steadyTies } from './steady-ties.ts'

const known = new Set(['a', 'b'])
const tie = (observed: number, most: number, people = 9): PublishedTie => ({
  oneId: 'a',
  otherId: 'b',
  observed,
  expected: observed / 2,
  people,
  most,
})
const published = (now: PublishedTie[], earlier: PublishedTie[]) =>
  steadyTies(now, earlier, known).map(({ observed, repeats }) => [observed, repeats])

const figures = (ties: readonly PublishedTie[]) =>
  ties
    .map(({ oneId, otherId, observed, expected, people }) => [`${oneId}${otherId}`, observed, expected, people])
    .toSorted()

test('what four people could have made is not told; what takes five is', () => {
  expect(published([tie(30, 12)], [])).toEqual([[30, false]])
  expect(published([tie(41, 12)], [tie(30, 12)])).toEqual([[30, true]])
  expect(published([tie(43, 12)], [tie(30, 12)])).toEqual([[43, false]])
})

test('the figure before the last is held against, too', () => {
  expect(published([tie(31, 12)], [tie(50, 12), tie(30, 12)])).toEqual([[30, true]])
})

test('a pair below five on a side is not told, and one that just fell below stays', () => {
  expect(published([tie(9, 8, 4)], [])).toEqual([])
  expect(published([tie(9, 8, 4)], [tie(12, 8, 5)])).toEqual([[12, true]])
  expect(published([], [tie(8, 8)])).toEqual([[8, true]])
  expect(published([], [tie(30, 12)])).toEqual([])
  expect(steadyTies([], [{ ...tie(8, 8), otherId: 'closed' }], known)).toEqual([])
})

test('whoever goes of two units, up to four at once: the figure is the one that was told before', () => {
  const random = seededRandom(5)
  const people = 40
  const ties: [number, number][] = []
  for (let one = 0; one < people; one++)
    for (let other = one + 1; other < people; other++) if (random() < 0.2) ties.push([one, other])
  const level = {
    steps: 0,
    partition: partitionFrom(Array.from({ length: people }, (_, n) => n % 2)),
    unitOfPart: Int32Array.of(0, 1),
  }
  const without = (gone: ReadonlySet<number>) => {
    const graph = graphBuilder()
    for (const [one, other] of ties) if (!gone.has(one) && !gone.has(other)) graph.add(one, other)
    return unitTies(graph.build(people), level).map(({ one, other, ...row }) => ({
      ...row,
      oneId: 'ab'[one]!,
      otherId: 'ab'[other]!,
    }))
  }
  const first = steadyTies(without(new Set()), [], known)
  expect(first).toHaveLength(3)
  for (let round = 0; round < 200; round++) {
    const gone = new Set(Array.from({ length: 1 + (round % 4) }, () => Math.floor(random() * people)))
    const next = steadyTies(without(gone), first, known)
    expect(figures(next)).toEqual(figures(first))
  }
  const half = new Set(Array.from({ length: 24 }, (_, n) => n))
  expect(steadyTies(without(half), first, known).some(({ repeats }) => !repeats)).toBe(true)
})
