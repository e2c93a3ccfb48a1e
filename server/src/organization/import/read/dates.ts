/** Whether 3/4/2024 is the third of April or the fourth of March: seen from the whole column. */
export type DateOrder = 'day first' | 'month first'

/** A calendar day (`2024-04-03`), nothing for an open end, or undefined for what is no day at all. */
export type ReadDay = string | null | undefined

const months = [
  ['jan', 'tammi', 'januar'],
  ['feb', 'helmi', 'februar'],
  ['mar', 'maalis', 'mär', 'maerz'],
  ['apr', 'huhti'],
  ['may', 'touko', 'mai'],
  ['jun', 'kesä', 'kesa'],
  ['jul', 'heinä', 'heina'],
  ['aug', 'elo'],
  ['sep', 'syys'],
  ['oct', 'loka', 'okt'],
  ['nov', 'marras'],
  ['dec', 'joulu', 'dez'],
]

const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/

/** Day first, unless some value can only be read the other way. */
export function dateOrderOf(values: Iterable<string>): DateOrder {
  let monthFirst = false
  for (const value of values) {
    const [, first, second] = slashed.exec(value.replace(/[ T].*$/, '')) ?? []
    if (Number(first) > 12) return 'day first'
    if (Number(second) > 12) monthFirst = true
  }
  return monthFirst ? 'month first' : 'day first'
}

export function readDay(written: string, order: DateOrder): ReadDay {
  const text = written.trim()
  const parts = partsOf(text, order)
  if (!parts) return undefined
  const [year, month, day] = parts
  // Systems that know no open end write one far away.
  if (year >= 2900) return null
  return isDay(year, month, day) ? iso(year, month, day) : undefined
}

type Parts = [year: number, month: number, day: number]

function partsOf(text: string, order: DateOrder): Parts | undefined {
  const numbers = (match: RegExpExecArray | null) => match?.slice(1, 4).map(Number) as Parts | undefined
  const time = '(?:[ T]\\d{1,2}[:.]\\d{2}.*)?'
  const yearFirst = numbers(new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${time}$`).exec(text))
  if (yearFirst) return yearFirst
  const packed = numbers(/^(\d{4})(\d{2})(\d{2})$/.exec(text))
  if (packed) return packed
  const dotted = numbers(new RegExp(`^(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})${time}$`).exec(text))
  if (dotted) return [dotted[2], dotted[1], dotted[0]] as unknown as Parts
  const other = numbers(slashed.exec(text.replace(/[ T]\d{1,2}[:.]\d{2}.*$/, '')))
  if (other) {
    const [first, second, year] = other
    return order === 'day first' ? [year, second, first] : [year, first, second]
  }
  return worded(text) ?? serial(text)
}

/** 31 Jan 2024, 31-Jan-24, 31. tammikuuta 2024, Jan 31, 2024. */
function worded(text: string): Parts | undefined {
  const dayFirst = /^(\d{1,2})\.?[\s-]+(\p{L}{3,})\.?[\s,-]+(\d{4}|\d{2})$/u.exec(text)
  const monthFirst = /^(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(text)
  const [day, word, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]]
  if (!day || !word || !year) return undefined
  const name = word.toLowerCase()
  const month = months.findIndex((names) => names.some((start) => name.startsWith(start))) + 1
  return month > 0 ? [Number(year) + (year.length === 2 ? 2000 : 0), month, Number(day)] : undefined
}

/** Spreadsheets count days from the end of 1899; only the years 1954 to 2064 are believed. */
function serial(text: string): Parts | undefined {
  if (!/^\d{5}(?:\.\d+)?$/.test(text)) return undefined
  const days = Math.floor(Number(text))
  if (days < 20_000 || days > 60_000) return undefined
  const date = new Date(Date.UTC(1899, 11, 30 + days))
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1900 && year <= 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

const iso = (year: number, month: number, day: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** The day before or after another, as days are written here. */
export function dayAfter(day: string, days = 1): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
