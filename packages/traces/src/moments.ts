/** Whether 3/4/2024 is the third of April or the fourth of March: seen from the beginning of the file. */
export type DateOrder = 'day first' | 'month first'

const names = [
  ['jan', 'tammi'],
  ['feb', 'helmi'],
  ['mar', 'maalis', 'mär', 'mrz'],
  ['apr', 'huhti'],
  ['may', 'mai', 'touko'],
  ['jun', 'kesä'],
  ['jul', 'heinä'],
  ['aug', 'elo'],
  ['sep', 'syys'],
  ['oct', 'okt', 'loka'],
  ['nov', 'marras'],
  ['dec', 'dez', 'joulu'],
]
const monthCalled = (word: string) => names.findIndex((known) => known.some((start) => word.startsWith(start))) + 1

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Days since 1970-01-01, in the calendar as it is; nothing for a day that there is not. */
export function daysOf(year: number, month: number, day: number): number | undefined {
  if (year < 1970 || year > 9999 || month < 1 || month > 12 || day < 1) return undefined
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  if (day > lengths[month - 1]! + (month === 2 && leap ? 1 : 0)) return undefined
  const y = month <= 2 ? year - 1 : year
  const shifted = (month + 9) % 12
  return (
    365 * y +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400) +
    Math.floor((153 * shifted + 2) / 5) +
    day -
    719_469
  )
}

/** A moment in milliseconds, at the least its day: ISO, European, American, worded, as mail writes it, or counted. */
export function momentOf(written: string, order: DateOrder): number | undefined {
  const text = written.trim()
  const counted = countedOf(text)
  if (counted !== undefined) return counted
  const [date, clock = 0] = clockOf(text)
  const days = partsOf(date, order)
  return days === undefined ? undefined : days * 86_400_000 + clock
}

/** Seconds, milliseconds or microseconds since 1970. */
function countedOf(text: string): number | undefined {
  const [, whole, rest = ''] = /^(\d{9,16})(\.\d{1,9})?$/.exec(text) ?? []
  if (!whole) return undefined
  const by = whole.length <= 10 ? 1000 : whole.length <= 13 ? 1 : 0.001
  const at = Number(whole + rest) * by
  return at < 7_258_118_400_000 ? at : undefined
}

function clockOf(text: string): [date: string, clock?: number] {
  const found = /^(.*?\d)[T ,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap]m)?\b.*$/i.exec(text)
  if (!found) return [text]
  const [, date, hour, minute, second = '0', half] = found
  const hours = (Number(hour) % (half ? 12 : 24)) + (half?.toLowerCase() === 'pm' ? 12 : 0)
  return [date!, ((hours * 60 + Number(minute)) * 60 + Number(second)) * 1000]
}

function partsOf(text: string, order: DateOrder): number | undefined {
  const numbers = (match: RegExpExecArray | null) => match?.slice(1, 4).map(Number) as [number, number, number]
  const packed =
    numbers(/^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})$/.exec(text)) ?? numbers(/^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text))
  if (packed) return daysOf(...packed)
  const dotted = numbers(/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text))
  if (dotted) return daysOf(dotted[2], dotted[1], dotted[0])
  const slashed = numbers(/^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text))
  if (slashed)
    return order === 'day first'
      ? daysOf(slashed[2], slashed[1], slashed[0])
      : daysOf(slashed[2], slashed[0], slashed[1])
  return worded(text)
}

/** 31 Jan 2024, Tue, 31-Jan-24, 31. tammikuuta 2024, Jan 31, 2024. */
function worded(text: string): number | undefined {
  const plain = text.toLowerCase().replace(/^\p{L}{2,12}\.?,\s*/u, '')
  const dayFirst = /^(\d{1,2})\.?[\s-]+(\p{L}{3,})\.?[\s,-]+(\d{4}|\d{2})$/u.exec(plain)
  const monthFirst = /^(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(plain)
  const [day, word, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]]
  const month = word ? monthCalled(word) : 0
  if (!day || !year || month === 0) return undefined
  return daysOf(Number(year) + (year.length === 2 ? 2000 : 0), month, Number(day))
}

/** Day first, unless some value can only be read the other way. */
export function dateOrderOf(values: Iterable<string>): DateOrder {
  let monthFirst = false
  for (const value of values) {
    const [, first, second] = /^(\d{1,2})[/-](\d{1,2})[/-]\d{4}/.exec(value.trim()) ?? []
    if (Number(first) > 12) return 'day first'
    if (Number(second) > 12) monthFirst = true
  }
  return monthFirst ? 'month first' : 'day first'
}
