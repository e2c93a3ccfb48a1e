import type { UnitExploration } from '@mortar/contract/measurement'
import { IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go, History, ListSkeleton, Section } from '#ui/index.ts'
import styles from './measurement.module.css'
import { useValue } from './use-value.ts'

/** Exploring against exploiting, unit by unit: each against its own past, in the order of their names. */
export function ByUnit() {
  const t = useWords('measurement')
  const { data } = useQuery(query('GET /indicators/units'))
  return (
    <Section title={t('byUnit.title')}>
      <p className={styles.soft}>{t('byUnit.how')}</p>
      {!data ? (
        <ListSkeleton />
      ) : data.rows.length === 0 ? (
        <p className={styles.few}>{t('byUnit.none')}</p>
      ) : (
        <Units {...data} />
      )}
    </Section>
  )
}

function Units({ rows, formula, caution, source }: UnitExploration) {
  const t = useWords('measurement')
  return (
    <>
      <div className={styles.cards}>
        {rows.map((row) => (
          <Unit key={row.unit?.id ?? 'all'} row={row} />
        ))}
      </div>
      <p className={styles.soft} data-no-words>
        {formula} {caution} {source}
      </p>
      <p className={styles.soft}>{t('byUnit.leftOut')}</p>
    </>
  )
}

function Unit({ row: { unit, points } }: { row: UnitExploration['rows'][number] }) {
  const t = useWords('measurement')
  const { written, between, quarter } = useValue('share')
  const latest = points.findLast(({ value }) => value !== null)
  return (
    <article className={styles.card}>
      <h3>{unit ? <Go to={paths.unit(unit.id)}>{unit.name}</Go> : t('byUnit.all')}</h3>
      {!latest ? (
        <p className={styles.few}>{t('tooFew')}</p>
      ) : (
        <>
          <p className={styles.value}>
            <strong>{written(latest.value!)}</strong> <span>{quarter(latest.quarter)}</span>
          </p>
          <p data-no-words>{latest.sentence}</p>
          <p className={styles.soft}>{t('sure', { interval: between(latest.low, latest.high) })}</p>
        </>
      )}
      {latest && points.length > 1 && (
        <History
          label={t('historyLabel', { name: unit?.name ?? t('byUnit.all') })}
          points={points.map(({ quarter: id, value, low, high }) => ({ id, value, low, high, chance: null }))}
          first={quarter(points[0]!.quarter)}
          last={quarter(points.at(-1)!.quarter)}
          format={written}
          range={[0, 1]}
        />
      )}
      {latest && <Numbers points={points} />}
    </article>
  )
}

function Numbers({ points }: { points: UnitExploration['rows'][number]['points'] }) {
  const t = useWords('measurement')
  const { written, between, quarter } = useValue('share')
  return (
    <details className={styles.behind}>
      <summary>
        {t('byUnit.numbers')} <IconChevronDown size={16} aria-hidden="true" />
      </summary>
      <dl>
        {points.map(({ quarter: of, value, low, high }) => (
          <div key={of} className={styles.finer}>
            <dt>{quarter(of)}</dt>
            <dd>{value === null ? t('tooFew') : `${written(value)} (${between(low, high)})`}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
