import { expect, test } from 'vitest'
import { scrollFor, stepFrom, windowOf } from './grid.ts'

const from = (row: number, column: number, key: string, whole = false) => stepFrom({ row, column }, key, whole, 300, 60)

test('only the boxes in sight and a few around them are drawn', () => {
  expect(windowOf(300, 36, 0, 600)).toEqual({ first: 0, last: 19 })
  expect(windowOf(300, 36, 3600, 600)).toEqual({ first: 98, last: 119 })
  expect(windowOf(300, 36, 10_800, 600)).toEqual({ first: 298, last: 300 })
  expect(windowOf(0, 36, 0, 600)).toEqual({ first: 0, last: 0 })
})

test('the arrows lead everywhere, the heads included, and never out of the grid or into its corner', () => {
  expect(from(0, 0, 'ArrowDown')).toEqual({ row: 1, column: 0 })
  expect(from(0, 0, 'ArrowUp')).toEqual({ row: -1, column: 0 })
  expect(from(-1, 0, 'ArrowLeft')).toEqual({ row: -1, column: 0 })
  expect(from(299, 59, 'ArrowDown')).toEqual({ row: 299, column: 59 })
  expect(from(5, 5, 'End')).toEqual({ row: 5, column: 59 })
  expect(from(5, 5, 'End', true)).toEqual({ row: 299, column: 59 })
  expect(from(5, 5, 'Home', true)).toEqual({ row: 0, column: 0 })
  expect(from(5, 5, 'PageDown')).toEqual({ row: 15, column: 5 })
  expect(from(5, 5, 'a')).toBeUndefined()
})

test('a box out of sight is scrolled to, one in sight stays where it is', () => {
  expect(scrollFor(3, 36, 0, 600)).toBe(0)
  expect(scrollFor(3, 36, 200, 600)).toBe(108)
  expect(scrollFor(50, 36, 0, 600)).toBe(1236)
  expect(scrollFor(-1, 36, 77, 600)).toBe(77)
})
