import type { IndicatorGroup, IndicatorPoint, IndicatorView } from '@mortar/contract/measurement'
import { numeral, said } from '#platform/sentence.ts'
import type { Edition, Published } from './editions/edition.ts'
import { described, type Group, groups } from './indicators/all.ts'
import type { Indicator, Words } from './indicators/indicator.ts'

/** What was published, indicator by indicator, in the words of the reader. */
export const presentIndicators = (editions: readonly Edition[], language: string): IndicatorGroup[] =>
  (Object.keys(groups) as Group[]).map((group) => ({
    id: group,
    indicators: described(group).map((indicator) => presentIndicator(indicator, editions, language)),
  }))

function presentIndicator(
  { id, kind, window, source, words, counted = [], flagged }: Omit<Indicator, 'of'>,
  editions: readonly Edition[],
  language: string,
): IndicatorView {
  const own = language === 'fi' ? words.fi : words.en
  const { name, meaning, formula, caution } = own
  const points = editions.flatMap(({ quarter, figures }) =>
    figures[id]
      ? [
          again(`${language} ${id} ${quarter} ${JSON.stringify(figures[id])}`, () =>
            presentPoint(quarter, figures[id]!, { kind, counted, words: own }, language),
          ),
        ]
      : [],
  )
  return { id, kind, window, name, meaning, formula, caution, source, flags: flagged !== undefined, points }
}

/** A figure in words changes with the figure alone, and wording it takes most of the time of the page. */
const told = new Map<string, IndicatorPoint>()
const most = 5000

function again(key: string, tell: () => IndicatorPoint): IndicatorPoint {
  const known = told.get(key)
  if (known) return known
  if (told.size >= most) told.clear()
  const point = tell()
  told.set(key, point)
  return point
}

function presentPoint(
  quarter: string,
  { state, upto, value, low, high, chance, of, parts }: Published,
  { kind, counted, words }: { kind: Indicator['kind']; counted: readonly string[]; words: Words },
  language: string,
): IndicatorPoint {
  const shown = state === 'shown' && value !== undefined && of !== undefined
  const figures = shown ? { value: numeral(value, language, styles[kind]), of } : null
  return {
    quarter,
    upto: new Date(upto).toISOString(),
    state,
    value: shown ? value : null,
    low: shown ? (low ?? null) : null,
    high: shown ? (high ?? null) : null,
    chance: shown && chance ? { value: chance.value, low: chance.low ?? null, high: chance.high ?? null } : null,
    of: shown ? of : null,
    sentence: figures && said(words.sentence, language, figures),
    denominator: figures && said(words.of, language, figures),
    parts: shown
      ? Object.entries(parts ?? {}).map(([name, part]) => ({
          name: words.parts?.[name] ?? name,
          value: part,
          counted: counted.includes(name),
        }))
      : [],
  }
}

const styles: Record<Indicator['kind'], Intl.NumberFormatOptions> = {
  share: { style: 'percent' },
  hours: { style: 'unit', unit: 'hour', unitDisplay: 'long', maximumSignificantDigits: 2 },
  days: { style: 'unit', unit: 'day', unitDisplay: 'long', maximumSignificantDigits: 2 },
  index: { maximumFractionDigits: 2 },
  ratio: { style: 'percent' },
  number: { maximumFractionDigits: 0 },
}
