import { exactTold, written } from './told.ts'

const digits: Readonly<Record<string, number>> = { share: 3, score: 3, percent: 1 }

/** A measure as people read it: shares to a thousandth, counts to a tenth. */
export function told(value: number, unit: string): string {
  if (!Number.isFinite(value)) return '–'
  const most = digits[unit] ?? (Math.abs(value) < 10 ? 2 : 1)
  return written(value, digits[unit] ?? 0, most)
}

/** Digits after the point in which a difference and half of its interval are told: the first of the half, and one more after a 1. */
export function digitsBeside(halfWidth: number, unit: string): number {
  const least = digits[unit] ?? 1
  if (!(halfWidth > 0) || !Number.isFinite(halfWidth)) return least
  const first = -Math.floor(Math.log10(halfWidth))
  const leading = Math.floor(halfWidth * 10 ** first)
  return Math.min(8, Math.max(least, leading === 1 ? first + 1 : first))
}

/** Half of an interval, with a digit more than what it belongs to. */
export const toldWidth = (value: number, unit: string): string => exactTold(value, (digits[unit] ?? 1) + 1)
