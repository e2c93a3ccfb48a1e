import { expect, test } from 'vitest'
import { digitsBeside } from './numbers.ts'

test.each([
  [0.0003, 'share', 4],
  [0.00014, 'share', 5],
  [0.04, 'share', 3],
  [12, 'steps', 1],
  [0.0046, 'pieces', 3],
  [0, 'share', 3],
  [Infinity, 'share', 3],
])('a half-width of %d (%s) is told with %d digits', (halfWidth, unit, digits) => {
  expect(digitsBeside(halfWidth, unit)).toBe(digits)
})
