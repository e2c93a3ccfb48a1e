import { useTranslation } from 'react-i18next'

/** Months, shares and numbers in the reader's language. */
export function useFormats() {
  const { i18n } = useTranslation()
  const language = i18n.language === 'qps' ? 'en' : i18n.language
  const months = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const shares = new Intl.NumberFormat(language, { style: 'percent', maximumSignificantDigits: 2 })
  const numbers = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 })
  return {
    month: (from: string, later: number) =>
      months.format(new Date(Date.UTC(Number(from.slice(0, 4)), Number(from.slice(5, 7)) - 1 + later))),
    share: (value: number | null) => (value === null ? '–' : shares.format(value)),
    number: (value: number) => numbers.format(value),
  }
}

/** The month after this one, as `2027-01`. */
export function nextMonth(today = new Date()): string {
  const next = new Date(Date.UTC(today.getFullYear(), today.getMonth() + 1, 1))
  return next.toISOString().slice(0, 7)
}
