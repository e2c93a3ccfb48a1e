import { expect, test } from 'vitest'
import { dayIn, momentIn } from './moment.ts'

test.each([
  ['2026-01-15T09:30', '2026-01-15T07:30:00.000Z'],
  ['2026-07-15T09:30', '2026-07-15T06:30:00.000Z'],
  ['2026-03-29T02:59', '2026-03-29T00:59:00.000Z'],
  ['2026-03-29T04:00', '2026-03-29T01:00:00.000Z'],
  ['2026-10-25T05:00', '2026-10-25T03:00:00.000Z'],
  ['2026-10-25T02:30', '2026-10-24T23:30:00.000Z'],
])('%s in Helsinki is %s, also around the change of clocks', (local, instant) => {
  expect(momentIn('Europe/Helsinki')(local).toISOString()).toBe(instant)
})

test('the day is that of the organization, not of the machine', () => {
  const late = new Date('2026-11-22T22:30:00Z')

  expect(dayIn('Europe/Helsinki', late)).toBe('2026-11-23')
  expect(dayIn('America/New_York', late)).toBe('2026-11-22')
})
