import { useWords } from '#app/words.ts'
import { DataTable } from '#ui/index.ts'
import { useFormats } from './formats.ts'
import styles from './plan.module.css'
import type { Figures, Rules } from './types.ts'

/** What a plan amounts to, beside what it would take to reach as much by department or by sending to everybody. */
export function FiguresTable({ figures, rules }: { figures: Figures; rules: Rules }) {
  const t = useWords('learning')
  const { share, number } = useFormats()
  const rows = [
    { id: 'plan' as const, ...figures },
    { id: 'byDepartment' as const, ...figures.byDepartment },
    { id: 'toEverybody' as const, ...figures.toEverybody },
  ]
  return (
    <>
      <DataTable
        caption={t('plans.figures.title')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { id: 'which', head: t('plans.figures.which'), cell: ({ id }) => t(`plans.figures.${id}`) },
          { id: 'reach', head: t('plans.figures.reach'), cell: () => share(figures.reach), numeric: true },
          { id: 'precision', head: t('plans.figures.precision'), cell: (row) => share(row.precision), numeric: true },
          {
            id: 'superfluous',
            head: t('plans.figures.superfluous'),
            cell: (row) => <Superfluous value={row.superfluous} />,
            numeric: true,
          },
          { id: 'load', head: t('plans.figures.load'), cell: (row) => number(row.load), numeric: true },
        ]}
      />
      <div className={styles.figures}>
        <p className={styles.soft}>
          {t('plans.figures.people', { people: figures.people })}{' '}
          {t(figures.withinLimit ? 'plans.figures.within' : 'plans.figures.over', { minutes: rules.minutesPerMonth })}{' '}
          {figures.gap !== null &&
            t(figures.gap === 0 ? 'plans.figures.best' : 'plans.figures.gap', { gap: share(figures.gap) })}{' '}
          {figures.outside > 0 && t('plans.figures.outside', { share: share(figures.outside) })}
        </p>
        <p className={styles.soft}>{t('plans.figures.against')}</p>
      </div>
    </>
  )
}

function Superfluous({ value }: { value: number | null }) {
  const { share } = useFormats()
  return (
    <span className={styles.measure}>
      {share(value)}
      <progress value={value ?? 0} max={1} aria-hidden="true" />
    </span>
  )
}
