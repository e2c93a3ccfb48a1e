import { useTranslation } from 'react-i18next'
import { pseudoText } from '#app/pseudo.ts'

/** Months, shares and numbers in the reader's language. */
export function useFormats() {
  const { i18n } = useTranslation()
  const pseudo = i18n.language === 'qps'
  const language = pseudo ? 'en' : i18n.language
  const months = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const shares = new Intl.NumberFormat(language, { style: 'percent', maximumSignificantDigits: 2 })
  const numbers = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 })
  return {
    month: (from: string, later: number) => {
      const name = months.format(new Date(Date.UTC(Number(from.slice(0, 4)), Number(from.slice(5, 7)) - 1 + later)))
      return pseudo ? pseudoText(name) : name
    },
    share: (value: number | null) => (value === null ? '–' : shares.format(value)),
    number: (value: number) => numbers.format(value),
  }
}

/** The month after this one, as `2027-01`. */
export function nextMonth(today = new Date()): string {
  const next = new Date(Date.UTC(today.getFullYear(), today.getMonth() + 1, 1))
  return next.toISOString().slice(0, 7)
}
