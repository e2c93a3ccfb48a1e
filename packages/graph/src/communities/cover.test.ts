import { expect, test } from 'vitest'
import { coverFrom, distinct, joined, listsOf, membershipsOf, selected, sizeOf, unchanged } from './cover.ts'
import { coverOf, partitionFrom, partitionOf, partsOf } from './partition.ts'

const cover = coverFrom([
  [2, 0, 1],
  [2, 3],
  [0, 1, 2],
])

test('a cover turned round tells the communities of each node', () => {
  expect(listsOf(cover)).toEqual([
    [0, 1, 2],
    [2, 3],
    [0, 1, 2],
  ])
  expect(listsOf(membershipsOf(cover, 5))).toEqual([[0, 2], [0, 2], [0, 1, 2], [1], []])
})

test('doubles go, and what is selected keeps its order', () => {
  expect(listsOf(distinct(cover))).toEqual([
    [0, 1, 2],
    [2, 3],
  ])
  expect(listsOf(selected(cover, (community) => sizeOf(cover, community) < 3))).toEqual([[2, 3]])
  expect(listsOf(joined(coverFrom([[7]]), coverFrom([[8, 9], []])))).toEqual([[7], [8, 9], []])
})

test('a cover is unchanged as far as its sets are', () => {
  expect(unchanged(cover, coverFrom([[2, 3]]))).toBe(1)
  expect(
    unchanged(
      cover,
      coverFrom([
        [2, 3],
        [2, 4],
      ]),
    ),
  ).toBe(0.5)
  expect(unchanged(coverFrom([]), coverFrom([]))).toBe(1)
  expect(unchanged(cover, coverFrom([]))).toBe(0)
})

test('a partition and its cover say the same; who is in none becomes one alone', () => {
  const partition = partitionFrom(['b', 'a', 'b', 'c'])

  expect([...partition]).toEqual([0, 1, 0, 2])
  expect(partsOf(partition)).toBe(3)
  expect(listsOf(coverOf(partition))).toEqual([[0, 2], [1], [3]])
  expect([...partitionOf(coverFrom([[1, 3]]), 5)]).toEqual([0, 1, 2, 1, 3])
})
