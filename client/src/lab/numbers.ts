import { exactTold, written } from './told.ts'

const digits: Readonly<Record<string, number>> = { share: 3, score: 3, percent: 1 }

/** A measure as people read it: shares to a thousandth, counts to a tenth. */
export function told(value: number, unit: string): string {
  if (!Number.isFinite(value)) return '–'
  const most = digits[unit] ?? (Math.abs(value) < 10 ? 2 : 1)
  return written(value, digits[unit] ?? 0, most)
}

/** Half of an interval, with a digit more than what it belongs to. */
export const toldWidth = (value: number, unit: string): string => exactTold(value, (digits[unit] ?? 1) + 1)
