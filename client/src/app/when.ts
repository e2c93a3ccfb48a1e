import type { i18n } from 'i18next'
import { useTranslation } from 'react-i18next'
import { pseudoText } from './pseudo.ts'
import { useMe } from './me.ts'

type Moment = string | Date

const units = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/** Dates, times and numbers as a person writes them, in their language and time zone. */
export interface When {
  /** 12 Oct 2026 */
  day(moment: Moment): string
  /** 12 Oct 2026, 14:00 */
  time(moment: Moment): string
  /** 3 weeks ago */
  ago(moment: Moment, now?: Date): string
  /** 1,200 */
  number(value: number): string
  /** 74% */
  percent(share: number): string
  /** "Anna, Bo and Cid" */
  list(words: readonly string[]): string
}

export function whenIn(language: string, timeZone?: string, justNow?: string): When {
  const locale = language === 'qps' ? 'en' : language
  const shown = language === 'qps' ? pseudoText : (text: string) => text
  const zone = timeZone ? { timeZone } : {}
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  const zonedDays = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', ...zone })
  const times = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', ...zone })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const numbers = new Intl.NumberFormat(locale)
  const percents = new Intl.NumberFormat(locale, { style: 'percent' })
  const lists = new Intl.ListFormat(locale)

  return {
    // A calendar day has no time zone: noon keeps it the same day wherever it is read.
    day: (moment) =>
      shown(isDay(moment) ? days.format(new Date(`${moment}T12:00:00`)) : zonedDays.format(new Date(moment))),
    time: (moment) => shown(times.format(new Date(moment))),
    ago: (moment, now = new Date()) =>
      shown(
        agoIn(relative, (new Date(moment).getTime() - now.getTime()) / 1000) ?? justNow ?? relative.format(0, 'second'),
      ),
    number: (value) => numbers.format(value),
    percent: (share) => percents.format(share),
    list: (words) => lists.format(words),
  }
}

export function useWhen(): When {
  const { i18n } = useTranslation('app')
  const { data: me } = useMe()
  return cached(i18n, me?.timeZone)
}

const formats = new Map<string, When>()

function cached(words: i18n, timeZone: string | undefined): When {
  const { language } = words
  const key = `${language} ${timeZone}`
  const known =
    formats.get(key) ??
    whenIn(language, timeZone, words.getFixedT(language === 'qps' ? 'en' : language, 'app')('justNow'))
  formats.set(key, known)
  return known
}

/** Nothing within a minute, where a language says more than "now". */
function agoIn(relative: Intl.RelativeTimeFormat, seconds: number): string | undefined {
  const found = units.find(([, size]) => Math.abs(seconds) >= size)
  return found && relative.format(Math.trunc(seconds / found[1]), found[0])
}

const isDay = (moment: Moment) => typeof moment === 'string' && /^\d{4}-\d\d-\d\d$/.test(moment)
