import { describe, expect, test } from 'vitest'
import { intraclass, meanWithInterval, studentPoint, withinGroupAgreement } from './agreement.ts'

describe('agreement within a group', () => {
  test('who answers alike agrees fully; who is spread evenly over the steps, or further, does not agree at all', () => {
    expect(
      withinGroupAgreement(
        [
          [5, 6],
          [5, 6],
          [5, 6],
        ],
        7,
      ),
    ).toBe(1)
    expect(
      withinGroupAgreement(
        [1, 2, 3, 4, 5, 6, 7].map((x) => [x]),
        7,
      ),
    ).toBe(0)
    expect(
      withinGroupAgreement(
        [
          [1, 1],
          [7, 7],
          [1, 1],
          [7, 7],
        ],
        7,
      ),
    ).toBe(0)
    expect(withinGroupAgreement([[4, 4]], 7)).toBeUndefined()
  })

  test('with a mean variance of a quarter of chance, one question gives 3/4, seven give 21/22', () => {
    // Variance 1 in each question; chance over seven steps gives 4.
    const rows = [3, 4, 5].map((x) => Array.from({ length: 7 }, () => x))

    expect(
      withinGroupAgreement(
        rows.map((row) => row.slice(0, 1)),
        7,
      ),
    ).toBeCloseTo(3 / 4, 12)
    expect(withinGroupAgreement(rows, 7)).toBeCloseTo(5.25 / 5.5, 12)
  })
})

describe('how much lies between groups', () => {
  test('the six targets and four judges of Shrout and Fleiss give the .17 they print', () => {
    const targets = [
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    ]

    expect(intraclass(targets)).toBeCloseTo(0.17, 2)
  })

  test('groups that differ while nobody within them does: all; one group, or no difference at all: nothing', () => {
    expect(
      intraclass([
        [2, 2, 2],
        [5, 5],
      ]),
    ).toBe(1)
    expect(
      intraclass([
        [1, 2, 3],
        [4, 5, 6],
      ]),
    ).toBeCloseTo(12.5 / 15.5, 12)
    expect(intraclass([[1, 2, 3]])).toBeUndefined()
    expect(
      intraclass([
        [4, 4],
        [4, 4],
      ]),
    ).toBeUndefined()
  })

  test('unequal groups are weighed by their sizes', () => {
    // By hand: 1, 2 and 4, 4, 5, 6 have the means 1.5 and 4.75 around 22/6; k = 6 - 20/6.
    const between = 2 * (1.5 - 22 / 6) ** 2 + 4 * (4.75 - 22 / 6) ** 2
    const within = (0.5 + 2.75) / 4

    expect(
      intraclass([
        [1, 2],
        [4, 4, 5, 6],
      ]),
    ).toBeCloseTo((between - within) / (between + (8 / 3 - 1) * within), 12)
  })
})

test('the interval of a mean is as wide as Student printed: 2.776 at four, 2.262 at nine, 2.045 at twenty-nine', () => {
  expect(studentPoint(4)).toBeCloseTo(2.776, 2)
  expect(studentPoint(9)).toBeCloseTo(2.262, 3)
  expect(studentPoint(29)).toBeCloseTo(2.045, 3)
  const { value, low, high } = meanWithInterval([1, 2, 3, 4, 5])!
  expect([value, (high - low) / 2]).toEqual([3, expect.closeTo(2.776 * Math.sqrt(2.5 / 5), 2)])
  expect(meanWithInterval([1, 2, 3, 4])).toBeUndefined()
})
