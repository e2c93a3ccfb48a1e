import { expect, test } from 'vitest'
import { chanceOf } from '../random/stream.ts'
import { fullFactorial, latinHypercube, sobol, steps } from './design.ts'
import { sobolPoints } from './sobol.ts'

const slices = (column: Iterable<number>, count: number) =>
  [...column].map((value) => Math.floor(value * count)).toSorted((a, b) => a - b)
const each = (count: number) => Array.from({ length: count }, (_, at) => at)

test('a full factorial design has every combination, the last setting changing fastest', () => {
  expect(fullFactorial({ a: [1, 2], b: ['x', 'y'] })).toEqual([
    { a: 1, b: 'x' },
    { a: 1, b: 'y' },
    { a: 2, b: 'x' },
    { a: 2, b: 'y' },
  ])
})

test('steps hit both ends in spite of sums', () => {
  expect(steps(0.1, 0.9, 0.1)).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9])
  expect(steps(0, 1, 0.4)).toEqual([0, 0.4, 0.8])
})

test('a Latin hypercube has one point in each slice of each setting', () => {
  const cells = latinHypercube({ a: [0, 1], b: [10, 20] }, 40, chanceOf(1, 0).stream(0))

  expect(
    slices(
      cells.map(({ a }) => a as number),
      40,
    ),
  ).toEqual(each(40))
  expect(
    slices(
      cells.map(({ b }) => ((b as number) - 10) / 10),
      40,
    ),
  ).toEqual(each(40))
})

test('Sobol’s sequence begins as published, without a shift', () => {
  expect(sobolPoints(3, 8).map((column) => [...column])).toEqual([
    [0, 0.5, 0.75, 0.25, 0.375, 0.875, 0.625, 0.125],
    [0, 0.5, 0.25, 0.75, 0.375, 0.875, 0.125, 0.625],
    [0, 0.5, 0.25, 0.75, 0.625, 0.125, 0.875, 0.375],
  ])
})

test.each([undefined, chanceOf(5, 0).stream(0)])(
  'every setting of Sobol’s sequence has one point in each of 256 slices, shifted or not',
  (chance) => {
    for (const column of sobolPoints(16, 256, chance)) expect(slices(column, 256)).toEqual(each(256))
  },
)

test('any two of the first settings of Sobol’s sequence have one point in each of 16 by 16 squares', () => {
  const [a, b, c] = sobolPoints(3, 256)
  const squares = (one: Float64Array, other: Float64Array) =>
    new Set([...one].map((x, at) => Math.floor(x * 16) * 16 + Math.floor(other[at]! * 16))).size

  expect(squares(a!, b!)).toBe(256)
  expect(squares(a!, c!)).toBeGreaterThan(200)
})

test('more settings than Sobol’s sequence has here are refused', () => {
  expect(() => sobol(Object.fromEntries(each(17).map((at) => [`s${at}`, [0, 1] as const])), 4)).toThrow(RangeError)
})
