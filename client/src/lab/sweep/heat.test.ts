import { modelNamed } from '@mortar/simulation'
import { expect, test } from 'vitest'
import { extentOf, heatCells, shareOf, stepFrom } from './heat.ts'
import { cellAt, sweepIn } from './plan.ts'
import { rampOf } from './ramp.ts'

test('the highest value of the second setting lies on top, and each place knows its cell of the plan', () => {
  const swept = sweepIn(modelNamed('march'), { x: 'p2:0:1:0.5', y: 'p1:0:1:1' })
  const places = heatCells(swept.x, swept.y, (x, y) => cellAt(swept.plan!, swept, x, y))

  expect(places.map(({ column, row, x, y }) => [column, row, x, y])).toEqual([
    [0, 0, 0, 1],
    [1, 0, 0.5, 1],
    [2, 0, 1, 1],
    [0, 1, 0, 0],
    [1, 1, 0.5, 0],
    [2, 1, 1, 0],
  ])
  for (const { cell, x, y } of places) expect(swept.plan!.cells[cell]).toEqual({ p1: y, p2: x })
})

test('shades span the means that are there; one alone lies in the middle', () => {
  const extent = extentOf([
    { mean: 0.2, halfWidth: 0 },
    undefined,
    { mean: NaN, halfWidth: NaN },
    { mean: 0.6, halfWidth: 0 },
  ])

  expect(extent).toEqual([0.2, 0.6])
  expect(shareOf(0.5, extent!)).toBeCloseTo(0.75)
  expect(shareOf(3, [3, 3])).toBe(0.5)
  expect(extentOf([undefined])).toBeUndefined()
})

test('arrows walk the map and stay in it', () => {
  expect(stepFrom('ArrowRight', 1, 0, 3, 2)).toEqual([2, 0])
  expect(stepFrom('ArrowRight', 2, 0, 3, 2)).toBeUndefined()
  expect(stepFrom('ArrowUp', 2, 0, 3, 2)).toBeUndefined()
  expect(stepFrom('End', 0, 1, 3, 2)).toEqual([2, 1])
  expect(stepFrom('a', 0, 1, 3, 2)).toBeUndefined()
})

test.each([
  ['#efeae2', '#2c5f8a'],
  ['#2c2723', '#8fbce6'],
])('numbers on every shade from %s to %s read at 4.5 to 1 or better', (from, to) => {
  const luminance = (hex: string) => {
    const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    const linear = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * linear[0]! + 0.7152 * linear[1]! + 0.0722 * linear[2]!
  }
  const shade = rampOf(from, to)

  expect([shade(0).fill, shade(1).fill, shade(-1).fill, shade(2).fill]).toEqual([from, to, from, to])
  for (let share = 0; share <= 1; share += 0.01) {
    const { fill, ink } = shade(share)
    const [light, dark] = [luminance(fill), luminance(ink)].toSorted((one, other) => other - one)
    expect((light! + 0.05) / (dark! + 0.05)).toBeGreaterThan(4.5)
  }
})
