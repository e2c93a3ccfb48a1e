import type { IndicatorKind } from '@mortar/contract/measurement'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'

/** How figures of one kind are written. */
export function useValue(kind: IndicatorKind) {
  const t = useWords('measurement')
  const when = useWhen()
  const two = (value: number) => when.number(Number(value.toPrecision(2)))
  const written = (value: number): string => {
    if (kind === 'share' || kind === 'ratio') return when.percent(value)
    if (kind === 'hours') return t('hours', { value: two(value) })
    if (kind === 'days') return t('days', { value: two(value) })
    return two(value)
  }
  const between = (low: number | null, high: number | null): string => {
    if (low === null) return t('atMost', { high: written(high!) })
    if (high === null) return t('atLeast', { low: written(low) })
    return t('between', { low: written(low), high: written(high) })
  }
  const quarter = (first: string): string =>
    t('quarterName', { number: Math.ceil(Number(first.slice(5, 7)) / 3), year: first.slice(0, 4) })
  return { written, between, quarter }
}
