import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { DataTable, Go } from '#ui/index.ts'
import { nameOf } from './names.ts'
import styles from './overlap.module.css'
import type { Overlap } from './types.ts'

/** The table behind both pictures: each region, what is planned for it and what it lacks. */
export function Regions({ overlap: { sets, regions } }: { overlap: Overlap }) {
  const t = useWords('learning')
  return (
    <DataTable
      caption={t('overlap.regions')}
      rows={regions}
      rowKey={(region) => region.sets.join()}
      columns={[
        { id: 'region', head: t('overlap.who'), cell: (region) => <span>{nameOf(t, sets, region)}</span> },
        {
          id: 'people',
          head: t('overlap.people'),
          cell: ({ people }) =>
            people === null ? <span className={styles.few}>{t('overlap.few')}</span> : <span>{people}</span>,
          sort: ({ people }) => people ?? -1,
          numeric: true,
        },
        {
          id: 'planned',
          head: t('overlap.planned'),
          cell: ({ planned, people }) =>
            planned.length === 0 ? (
              t(people ? 'overlap.nothing' : 'overlap.untold')
            ) : (
              <ul className={styles.names}>
                {planned.map(({ id, title }) => (
                  <li key={id}>
                    <Go to={paths.learningItem(id)}>{title}</Go>
                  </li>
                ))}
              </ul>
            ),
        },
        {
          id: 'lacks',
          head: t('overlap.lacks'),
          cell: ({ lacks, people }) =>
            lacks.length === 0
              ? t(people ? 'overlap.nothing' : 'overlap.untold')
              : lacks.map(({ name }) => name).join(', '),
        },
      ]}
    />
  )
}
