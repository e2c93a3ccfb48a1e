import { currentLanguage } from '#app/words.ts'

const locale = () => (currentLanguage() === 'qps' ? 'en' : currentLanguage())

/** A number with as many digits as it has, four at most, as the reader's language writes it. */
export const shortTold = (value: number): string => value.toLocaleString(locale(), { maximumFractionDigits: 4 })

/** A whole number, its thousands apart. */
export const wholeTold = (value: number): string => value.toLocaleString(locale())

/** A number with exactly so many digits; a dash for none. */
export const exactTold = (value: number, digits: number): string =>
  Number.isFinite(value)
    ? value.toLocaleString(locale(), { minimumFractionDigits: digits, maximumFractionDigits: digits })
    : '–'
