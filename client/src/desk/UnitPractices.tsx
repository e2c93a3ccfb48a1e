import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, Go, Mark, Section } from '#ui/index.ts'
import styles from './desk.module.css'

const marks = { adopted: 'worked', trying: 'partly', declined: 'failed', dropped: 'quiet' } as const

/** What a unit runs, tries and decided against, in a few lines. */
export function UnitPractices({ unit }: { unit: { id: string } }) {
  const t = useWords('desk')
  const when = useWhen()
  const { data } = useSuspenseQuery(query('GET /units/{unit}/practices', { params: { unit: unit.id } }))
  return (
    <Section title={t('unit.practices')} action={<Go to={paths.whatWeRun(unit.id)}>{t('unit.whatWeRun')}</Go>}>
      {data.decisions.length === 0 ? (
        <EmptyState title={t('unit.noPractices')}>{t('unit.noPracticesHow')}</EmptyState>
      ) : (
        <ul className={styles.lines}>
          {data.decisions.slice(0, 8).map(({ practice, state, at }) => (
            <li key={practice.id}>
              <Go to={paths.practice(practice.id)}>{practice.title}</Go>
              <p className={styles.facts}>
                <Mark kind={marks[state]}>{t(`unit.${state}`)}</Mark>
                <span>{when.ago(at)}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
