import { type Interval, z95 } from './kaplan-meier.ts'

/**
 * A share with the interval of Wilson, which holds for few cases and for shares near 0 and 1. Of nothing it says nothing:
 * throws a RangeError for `of` below 1.
 *
 * Wilson (1927), JASA 22, 209-212.
 */
export function share(part: number, of: number): Interval {
  if (of < 1) throw new RangeError('A share of nothing')
  const value = part / of
  const width = 1 + z95 ** 2 / of
  const middle = (value + z95 ** 2 / (2 * of)) / width
  const half = (z95 / width) * Math.sqrt((value * (1 - value)) / of + z95 ** 2 / (4 * of ** 2))
  return { value, low: part === 0 ? 0 : middle - half, high: part === of ? 1 : middle + half }
}
