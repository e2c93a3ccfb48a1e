import type { IndicatorPoint, IndicatorView } from '@mortar/contract/measurement'
import { IconChevronDown } from '@tabler/icons-react'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { type Column, DataTable } from '#ui/index.ts'
import styles from './measurement.module.css'
import { useValue } from './use-value.ts'

/** Behind a figure: formula, window, denominator, caution, source, finer numbers, and every quarter as a row. */
export function Explanation({ indicator }: { indicator: IndicatorView }) {
  const t = useWords('measurement')
  const latest = indicator.points.findLast(({ state }) => state === 'shown')
  const parts = [
    ['formula', indicator.formula],
    ['window', t(`windows.${indicator.window}`)],
    ['denominator', latest?.denominator],
    ['caution', indicator.caution],
    ['source', indicator.source],
  ] as const
  return (
    <details className={styles.behind}>
      <summary>
        {t('behind')} <IconChevronDown size={16} aria-hidden="true" />
        <span className="unseen" data-no-words>
          {indicator.name}
        </span>
      </summary>
      <dl>
        {parts.map(
          ([part, words]) =>
            words && (
              <div key={part}>
                <dt>{t(`parts.${part}`)}</dt>
                <dd data-no-words={part === 'window' ? undefined : ''}>{words}</dd>
              </div>
            ),
        )}
      </dl>
      {latest && latest.parts.length > 0 && <Finer point={latest} />}
      {indicator.points.length > 0 && <Quarters indicator={indicator} />}
    </details>
  )
}

function Finer({ point }: { point: IndicatorPoint }) {
  const t = useWords('measurement')
  const when = useWhen()
  const written = ({ value, counted }: IndicatorPoint['parts'][number]) =>
    value === null ? t('tooFew') : counted ? when.number(value) : when.percent(value)
  return (
    <dl>
      {point.parts.map((part) => (
        <div key={part.name} className={styles.finer}>
          <dt data-no-words>{part.name}</dt>
          <dd>{written(part)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Quarters({ indicator: { name, kind, points } }: { indicator: IndicatorView }) {
  const t = useWords('measurement')
  const when = useWhen()
  const { written, between, quarter } = useValue(kind)
  const states = { few: t('tooFew'), none: t('nothing') }
  const columns: Column<IndicatorPoint>[] = [
    { id: 'quarter', head: t('quarter'), cell: (point) => quarter(point.quarter) },
    {
      id: 'value',
      head: t('value'),
      cell: ({ state, value }) => (state === 'shown' ? written(value!) : states[state]),
      numeric: true,
    },
    {
      id: 'interval',
      head: t('interval'),
      cell: ({ low, high }) => (low === null && high === null ? '–' : between(low, high)),
      numeric: true,
    },
    { id: 'of', head: t('of'), cell: ({ of }) => (of === null ? '–' : when.number(of)), numeric: true },
  ]
  return (
    <DataTable
      caption={t('quartersOf', { name })}
      columns={columns}
      rows={points.toReversed()}
      rowKey={(point) => point.quarter}
    />
  )
}
