import { currentLanguage } from '#app/words.ts'

const digits: Readonly<Record<string, number>> = { share: 3, score: 3, percent: 1 }

const locale = () => (currentLanguage() === 'qps' ? 'en' : currentLanguage())

/** A measure as people read it: shares to a thousandth, counts to a tenth. */
export function told(value: number, unit: string): string {
  if (!Number.isFinite(value)) return '–'
  const most = digits[unit] ?? (Math.abs(value) < 10 ? 2 : 1)
  const least = digits[unit] ?? 0
  return value.toLocaleString(locale(), { minimumFractionDigits: least, maximumFractionDigits: most })
}

/** Half of an interval, with a digit more than what it belongs to. */
export function toldWidth(value: number, unit: string): string {
  if (!Number.isFinite(value)) return '–'
  const most = (digits[unit] ?? 1) + 1
  return value.toLocaleString(locale(), { minimumFractionDigits: most, maximumFractionDigits: most })
}
