import { expect, test } from 'vitest'
import { layOut } from './axis.ts'
import { dotsOf } from './EvidenceDots.tsx'
import { initialsOf } from './PersonChip.tsx'

test('up to nine applications have a dot each', () => {
  expect(dotsOf({ worked: 2, partly: 1, failed: 1 })).toEqual(['worked', 'worked', 'partly', 'failed'])
})

test('one failure among many never disappears', () => {
  expect(dotsOf({ worked: 400, partly: 0, failed: 1 })).toContain('failed')
  expect(dotsOf({ worked: 400, partly: 0, failed: 1 }).length).toBeLessThanOrEqual(10)
})

test('initials are those of the first and the last name', () => {
  expect(initialsOf('Anna Maria Virtanen')).toBe('AV')
  expect(initialsOf('åsa')).toBe('Å')
})

test('points of one day stand on top of one another, and the axis begins with the first', () => {
  const { placed, ticks, rows } = layOut(
    [
      { id: 'b', at: '2026-02-01' },
      { id: 'a', at: '2026-01-01' },
      { id: 'c', at: '2026-02-01' },
    ],
    640,
    16,
  )

  expect(placed.map(({ point, row }) => `${point.id}${row}`)).toEqual(['a0', 'b0', 'c1'])
  expect(rows).toBe(2)
  expect(ticks[0]?.moment.toISOString()).toContain('2026-01-01')
})

test('an axis without points has no ticks', () => {
  expect(layOut([], 640, 16)).toMatchObject({ placed: [], ticks: [], rows: 1 })
})
