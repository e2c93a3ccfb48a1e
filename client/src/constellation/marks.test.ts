import type { Constellation } from '@mortar/contract/network-constellation'
import { expect, test } from 'vitest'
import { shapesOf, threadsOf } from './drawing.ts'

/** As many as the server ever puts into one picture: twelve bricks and twenty-four bands, each torn as often as can be. */
const units = Array.from({ length: 12 }, (_, n) => ({ from: n * 80, to: n * 80 + 60 })) as Constellation['units']
const band = {
  pieces: units.map((_, unit) => ({ unit, people: unit % 2 === 0 ? 3 : 0, top: 10, bottom: 20 })),
} as Constellation['bands'][number]

test.each(['lying', 'standing'] as const)('the fullest picture has fewer than two thousand marks (%s)', (way) => {
  const perBand = shapesOf(band, units, way).length + threadsOf(band, units, way).length
  const perBrick = 4
  const perName = 3

  expect(perBand).toBe(11)
  expect(24 * (perBand + perName) + 13 * perBrick).toBeLessThan(2000)
})
