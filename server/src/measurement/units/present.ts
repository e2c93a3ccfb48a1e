import type { UnitExploration } from '@mortar/contract/measurement'
import { IntlMessageFormat } from 'intl-messageformat'
import type { Reader } from '#platform/database.ts'
import { quartersKept } from '../editions/reckon.ts'
import { exploration } from '../indicators/learning/exploration.ts'
import type { Explored } from './explored.ts'
import { unitEditions, type UnitRow } from './queries.ts'

/** Exploring against exploiting, unit by unit in the order of their names: nobody is ranked, nor any unit. */
export async function unitExploration(
  db: Reader,
  language: string,
  units: readonly string[] | 'all' = 'all',
): Promise<UnitExploration> {
  const words = language === 'fi' ? exploration.words.fi : exploration.words.en
  const rows = await unitEditions(db, units, quartersKept)
  const quarters = [...new Set(rows.map(({ quarter }) => quarter))].toSorted()
  const said = (figure: Explored) =>
    String(
      new IntlMessageFormat(words.sentence, language).format({
        value: new Intl.NumberFormat(language, { style: 'percent' }).format(figure.value),
        of: figure.of,
      }),
    )
  const point = (quarter: string, figure: Explored | null | undefined) =>
    figure
      ? { quarter, ...figure, sentence: said(figure) }
      : { quarter, value: null, low: null, high: null, of: null, sentence: null }
  return {
    name: words.name,
    meaning: words.meaning,
    formula: words.formula,
    caution: words.caution,
    source: exploration.source,
    rows: [...byUnit(rows)]
      .filter(([id, own]) => id === null || !isWhole(own, rows))
      .map(([, own]) => ({
        unit: own[0]!.unit,
        points: quarters.map((quarter) => point(quarter, own.find((row) => row.quarter === quarter)?.figure)),
      })),
  }
}

/** The one unit that all others are in says the same as the organization, once is enough. */
const isWhole = (own: readonly UnitRow[], rows: readonly UnitRow[]): boolean =>
  own.every(({ quarter, figure }) => {
    const whole = rows.find((row) => row.unit === null && row.quarter === quarter)?.figure
    return figure !== null && whole?.of === figure.of && whole.value === figure.value
  })

function byUnit(rows: readonly UnitRow[]): Map<string | null, UnitRow[]> {
  const found = new Map<string | null, UnitRow[]>()
  for (const row of rows) {
    const id = row.unit?.id ?? null
    found.set(id, [...(found.get(id) ?? []), row])
  }
  return found
}
