import { currentLanguage } from '#app/words.ts'

const locale = () => (currentLanguage() === 'qps' ? 'en' : currentLanguage())

// Making one takes as long as writing a hundred numbers with it.
const formats = new Map<string, Intl.NumberFormat>()

/** A number as the reader's language writes it, with at least and at most so many digits after the point. */
export function written(value: number, least: number, most: number): string {
  const key = `${locale()} ${least} ${most}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locale(), { minimumFractionDigits: least, maximumFractionDigits: most })
    formats.set(key, format)
  }
  return format.format(value)
}

/** A number with as many digits as it has, four at most, as the reader's language writes it. */
export const shortTold = (value: number): string => written(value, 0, 4)

/** A whole number, its thousands apart. */
export const wholeTold = (value: number): string => written(value, 0, 3)

/** A number with exactly so many digits; a dash for none. */
export const exactTold = (value: number, digits: number): string =>
  Number.isFinite(value) ? written(value, digits, digits) : '–'
