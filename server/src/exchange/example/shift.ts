import type { Example } from './example.ts'

const day = 86_400_000
const timed = /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/

/** The same story moved by whole weeks, so that its last day is the latest one of that weekday before today. */
export function shiftedBefore(today: string, example: Example): Example {
  const days = (Date.parse(today) - Date.parse(example.organization.asOf)) / day
  return shifted(example, Math.floor((days - 1) / 7) * 7)
}

function shifted<T>(value: T, days: number): T {
  if (typeof value === 'string') return (timed.test(value) ? later(value, days) : value) as T
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((one) => shifted(one, days)) as T
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [key, shifted(one, days)])) as T
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shifted(one, days)])) as T
}

/** Local times keep their hour: only the day moves. */
const later = (time: string, days: number) =>
  new Date(Date.parse(time.slice(0, 10)) + days * day).toISOString().slice(0, 10) + time.slice(10)
