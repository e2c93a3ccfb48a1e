import type { IndicatorGroup } from '@mortar/contract/measurement'
import { rowsToCsv } from '#constellation/export/numbers.ts'
import type { useWords } from '#app/words.ts'

type T = ReturnType<typeof useWords<'measurement'>>

/** Every figure of every quarter as a row; what is too few stays empty. */
export function csvOf(groups: readonly IndicatorGroup[], t: T): string {
  const head = [
    t('figure'),
    t('quarter'),
    t('value'),
    t('lowEnd'),
    t('highEnd'),
    t('byChance'),
    t('of'),
    t('parts.denominator'),
    t('parts.formula'),
    t('parts.caution'),
    t('parts.source'),
  ]
  const rows = groups.flatMap(({ indicators }) =>
    indicators.flatMap(({ name, formula, caution, source, points }) =>
      points.map((point) => [
        name,
        point.quarter,
        point.value ?? '',
        point.low ?? '',
        point.high ?? '',
        point.chance?.value ?? '',
        point.of ?? '',
        point.denominator ?? '',
        formula,
        caution,
        source,
      ]),
    ),
  )
  return rowsToCsv([head, ...rows])
}
