import type { SurveyResponse } from '@mortar/contract/network-survey'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { DataTable, Mark, Section, UnitTag } from '#ui/index.ts'
import styles from '../survey.module.css'

type Row = Omit<SurveyResponse['units'][number], 'unit'> & { unit: { id: string; name: string } | null }

/** How many answered, of how many asked, unit by unit: in fives. */
export function Response({ survey }: { survey: string }) {
  const t = useWords('survey')
  const when = useWhen()
  const { data } = useSuspenseQuery(query('GET /surveys/{survey}/response', { params: { survey } }))
  const rows: Row[] = [{ ...data, unit: null }, ...data.units]
  return (
    <Section title={t('response.title')}>
      <p className={styles.said}>{t('response.what')}</p>
      <DataTable
        caption={t('response.title')}
        columns={[
          {
            id: 'unit',
            head: t('response.unit'),
            cell: ({ unit }) => (unit ? <UnitTag name={unit.name} to={paths.unit(unit.id)} /> : t('response.whole')),
          },
          { id: 'asked', head: t('response.asked'), cell: ({ asked }) => when.number(asked), numeric: true },
          {
            id: 'answered',
            head: t('response.answered'),
            cell: ({ answered }) =>
              answered === 0 ? t('response.under5') : t('response.atLeast', { answered: when.number(answered) }),
            numeric: true,
          },
          {
            id: 'share',
            head: t('response.share'),
            cell: ({ answered, enough }) =>
              answered === 0 ? (
                t('nothing')
              ) : (
                <Mark kind={enough ? 'worked' : 'quiet'}>{t(enough ? 'response.enough' : 'response.notEnough')}</Mark>
              ),
          },
        ]}
        rows={rows}
        rowKey={({ unit }) => unit?.id ?? 'whole'}
      />
      {data.inNone > 0 && <p className={styles.soft}>{t('response.inNone', { count: data.inNone })}</p>}
    </Section>
  )
}
