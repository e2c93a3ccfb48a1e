import { describe, expect, test } from 'vitest'
import { coverFrom } from '../communities/cover.ts'
import { coverOf } from '../communities/partition.ts'
import { seededRandom, shuffled } from '../random.ts'
import { adjustedRand } from './adjusted-rand.ts'
import { averageF1 } from './average-f1.ts'
import { bestJaccards, recovered } from './jaccard.ts'
import { nmi } from './nmi.ts'
import { omega } from './omega.ts'
import { overlappingNmi } from './overlapping-nmi.ts'
import { overlappingPeopleF1 } from './overlapping-people.ts'

const one = Int32Array.of(0, 0, 0, 1, 1, 1)
const other = Int32Array.of(0, 0, 1, 1, 2, 2)

describe('partitions', () => {
  test('agreement of six in two against three groups', () => {
    const [hx, hy, hxy] = [1, Math.log2(3), 2 * (1 / 3) * Math.log2(3) + 2 * (1 / 6) * Math.log2(6)]

    expect(nmi(one, other)).toBeCloseTo((2 * (hx + hy - hxy)) / (hx + hy), 12)
    expect(adjustedRand(one, other)).toBeCloseTo(0.8 / (4.5 - 1.2), 12)
  })

  test('renaming the communities changes no score', () => {
    const renamed = one.map((label) => 1 - label)

    expect(nmi(one, renamed)).toBeCloseTo(1, 12)
    expect(adjustedRand(one, renamed)).toBe(1)
  })

  test('unrelated partitions agree as little as chance would', () => {
    const random = seededRandom(5)
    const label = () => Int32Array.from({ length: 20_000 }, () => Math.floor(random() * 5))

    expect(nmi(label(), label())).toBeLessThan(0.002)
    expect(Math.abs(adjustedRand(label(), label()))).toBeLessThan(0.002)
  })

  test('partitions of different people are refused', () => {
    expect(() => nmi(one, Int32Array.of(0, 1))).toThrow('same nodes')
  })
})

describe('covers', () => {
  const truth = coverFrom([
    [0, 1, 2, 3],
    [3, 4, 5],
    [6, 7, 8, 9],
  ])
  const found = coverFrom([
    [0, 1, 2],
    [3, 4, 5],
    [7, 8],
    [0, 9],
  ])

  test('recovered counts true communities half shared', () => {
    expect([...bestJaccards(truth, found, 10)]).toEqual([3 / 4, 1, 2 / 4])
    expect(recovered(truth, found, 10)).toBe(1)
    expect(recovered(truth, found, 10, 0.6)).toBeCloseTo(2 / 3, 12)
  })

  test('average F1 looks both ways', () => {
    const forth = (6 / 7 + 1 + 4 / 6) / 3
    const back = (6 / 7 + 1 + 4 / 6 + 2 / 6) / 4

    expect(averageF1(truth, found, 10)).toBeCloseTo((forth + back) / 2, 12)
  })

  test('omega of covers without overlap is the adjusted Rand index', () => {
    expect(omega(coverOf(one), coverOf(other), 6)).toBeCloseTo(adjustedRand(one, other), 12)
  })

  test('omega sees how often pairs are together', () => {
    const twice = coverFrom([
      [0, 1, 2],
      [0, 1, 3],
    ])
    const pairs = 15
    const agreed = (pairs - 5 + 5 - 1) / pairs
    const expected = ((pairs - 5) * (pairs - 5) + 4 * 5) / pairs ** 2

    expect(
      omega(
        twice,
        coverFrom([
          [0, 1, 2],
          [0, 3],
          [1, 3],
        ]),
        6,
      ),
    ).toBeCloseTo((agreed - expected) / (1 - expected), 12)
    expect(omega(twice, twice, 6)).toBe(1)
  })

  test('equal covers score 1 and unrelated ones nearly 0', () => {
    const order = shuffled(1000, seededRandom(3))
    const blocks = (people: Int32Array) =>
      coverFrom(Array.from({ length: 20 }, (_, at) => people.subarray(50 * at, 50 * at + 50)))
    const inOrder = blocks(order.slice().sort())

    expect(overlappingNmi(inOrder, inOrder, 1000)).toBeCloseTo(1, 12)
    expect(averageF1(inOrder, inOrder, 1000)).toBe(1)
    expect(overlappingNmi(inOrder, blocks(order), 1000)).toBeLessThan(0.05)
  })

  test('the overlapping people found are judged whichever their communities', () => {
    expect(overlappingPeopleF1(truth, found, 10)).toBe(0)
    expect(
      overlappingPeopleF1(
        truth,
        coverFrom([
          [3, 4],
          [3, 9],
          [9, 1],
        ]),
        10,
      ),
    ).toBeCloseTo(2 / 3, 12)
    expect(overlappingPeopleF1(coverOf(one), coverOf(other), 6)).toBe(1)
  })

  test('nothing found scores 0, nothing to find and nothing found 1', () => {
    const nothing = coverFrom([])

    expect([averageF1(truth, nothing, 10), overlappingNmi(truth, nothing, 10), recovered(truth, nothing, 10)]).toEqual([
      0, 0, 0,
    ])
    expect([
      averageF1(nothing, nothing, 10),
      overlappingNmi(nothing, nothing, 10),
      recovered(nothing, nothing, 10),
    ]).toEqual([1, 1, 1])
  })
})
