import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { DataTable } from '#ui/index.ts'
import styles from '../learning.module.css'
import type { Assessment } from '../types.ts'
import { GapBar } from './GapBar.tsx'

/** What came of it, the largest gap first: as bars and as numbers in one table. */
export function Result({ one }: { one: Assessment }) {
  const t = useWords('learning')
  const { data } = useSuspenseQuery(
    query('GET /learning/needs-assessments/{assessment}/result', { params: { assessment: one.id } }),
  )
  const few = t('result.few')
  const topics = data.topics.toSorted((a, b) => (b.mean ?? -1) - (a.mean ?? -1))
  return (
    <>
      <p className={styles.said}>
        {data.answered === null
          ? t('result.fewAnswered')
          : t('result.answered', { count: data.answered, of: data.asked ?? 0 })}{' '}
        {t('result.how')}
      </p>
      <DataTable
        caption={t('result.caption')}
        rows={topics}
        rowKey={({ topic }) => topic.id}
        sorted="-mean"
        columns={[
          { id: 'topic', head: t('result.topic'), cell: ({ topic }) => topic.name, sort: ({ topic }) => topic.name },
          {
            id: 'mean',
            head: t('result.mean'),
            cell: ({ mean }) => (mean === null ? few : <GapBar mean={mean} />),
            sort: ({ mean }) => mean ?? -1,
          },
          {
            id: 'most',
            head: t('result.most'),
            cell: ({ most, concerned }) =>
              most === null || concerned === null ? few : t('result.of', { n: most, of: concerned }),
            sort: ({ most }) => most ?? -1,
            numeric: true,
          },
          {
            id: 'lacking',
            head: t('result.lacking'),
            cell: ({ lacking, concerned }) =>
              lacking === null || concerned === null ? few : t('result.of', { n: lacking, of: concerned }),
            sort: ({ lacking }) => lacking ?? -1,
            numeric: true,
          },
          {
            id: 'units',
            head: t('result.units'),
            cell: ({ units }) =>
              units.length === 0 ? (
                few
              ) : (
                <ul className={styles.units}>
                  {units.map(({ unit, mean }) => (
                    <li key={unit.id}>
                      <span>{unit.name}</span> <span>{t('result.number', { n: mean })}</span>
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
    </>
  )
}
