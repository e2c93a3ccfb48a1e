import { expect, test } from 'vitest'
import { whenIn } from './when.ts'

const noon = new Date('2026-10-12T12:00:00Z')

test('a moment is told in the language and the time zone of its reader', () => {
  expect(whenIn('en', 'Europe/Helsinki').time('2026-10-12T21:30:00Z')).toBe('Oct 13, 2026, 12:30 AM')
  expect(whenIn('fi', 'Europe/Helsinki').time('2026-10-12T21:30:00Z')).toBe('13.10.2026 klo 0.30')
})

test('a calendar day stays that day in every time zone', () => {
  expect(whenIn('en', 'Pacific/Auckland').day('2026-10-12')).toBe('Oct 12, 2026')
  expect(whenIn('en', 'America/Los_Angeles').day('2026-10-12')).toBe('Oct 12, 2026')
})

test('the past is told in the largest unit that fits', () => {
  const { ago } = whenIn('en')

  expect(ago('2026-10-12T11:59:40Z', noon)).toBe('now')
  expect(whenIn('en', 'UTC', 'just now').ago('2026-10-12T11:59:40Z', noon)).toBe('just now')
  expect(ago('2026-10-12T11:15:00Z', noon)).toBe('45 minutes ago')
  expect(ago('2026-10-11T11:00:00Z', noon)).toBe('yesterday')
  expect(ago('2026-09-20T12:00:00Z', noon)).toBe('3 weeks ago')
  expect(ago('2026-10-15T12:00:00Z', noon)).toBe('in 3 days')
})
