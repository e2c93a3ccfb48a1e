import type { MatrixRow } from '@mortar/contract/measurement-value'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { type Column, DataTable } from '#ui/index.ts'
import styles from '../measurement.module.css'
import { cycles } from './CyclePath.tsx'

/** How many stories explain an indicator, and how far each goes. Figures and stories stand side by side. */
export function Matrix({ rows }: { rows: readonly MatrixRow[] }) {
  const t = useWords('measurement')
  const when = useWhen()
  const columns: Column<MatrixRow>[] = [
    {
      id: 'indicator',
      head: t('figure'),
      cell: ({ indicator }) =>
        indicator ? (
          <>
            <strong data-no-words>{indicator.name}</strong>
            {indicator.sentence && (
              <p className={styles.soft} data-no-words>
                {indicator.sentence}
              </p>
            )}
          </>
        ) : (
          t('worth.noIndicator')
        ),
    },
    { id: 'stories', head: t('worth.tabs.stories'), cell: ({ stories }) => when.number(stories), numeric: true },
    ...cycles.map((cycle) => ({
      id: cycle,
      head: t(`worth.cycle.${cycle}`),
      cell: (row: MatrixRow) => (row.cycles[cycle] ? when.number(row.cycles[cycle]) : '–'),
      numeric: true,
    })),
  ]
  return (
    <>
      <p className={styles.soft}>{t('worth.matrixHow')}</p>
      <DataTable
        caption={t('worth.matrixTitle')}
        columns={columns}
        rows={rows}
        rowKey={({ indicator }) => indicator?.id ?? 'none'}
      />
    </>
  )
}
