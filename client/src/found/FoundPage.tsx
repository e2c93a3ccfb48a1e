import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, Go, Page, Section } from '#ui/index.ts'
import styles from './found.module.css'
import { FoundLines } from './FoundLines.tsx'
import { Position } from './Position.tsx'
import { RunFigures } from './RunFigures.tsx'

/** What the latest search found: all of it for who has the overview, their own for everybody, and how one stands. */
export function FoundPage() {
  const t = useWords('found')
  const when = useWhen()
  const { data } = useSuspenseQuery(query('GET /found'))
  const { run, notes, items, position, whole } = data
  const own = items.filter(({ mine }) => mine)
  return (
    <Page
      title={t('title')}
      lead={run ? t('lead', { day: when.day(run.at) }) : t('leadNone')}
      actions={whole && <Go to={paths.runs()}>{t('runs.go')}</Go>}
    >
      {!run && <EmptyState title={t('none.title')}>{t(whole ? 'none.office' : 'none.others')}</EmptyState>}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {run && (
        <Section title={t('own.title')}>
          {own.length > 0 ? <FoundLines items={own} /> : <p className={styles.soft}>{t('own.none')}</p>}
          <p className={styles.soft}>
            {t('own.only')} <Go to={paths.privacy()}>{t('own.privacy')}</Go>
          </p>
        </Section>
      )}
      {position && <Position position={position} />}
      {run && whole && (
        <Section title={t('all.title')} count={items.length}>
          {items.length > 0 ? <FoundLines items={items} /> : <p>{t('all.none')}</p>}
          {run.summary && run.summary.notDescribed > 0 && (
            <p className={styles.soft}>{t('all.notDescribed', { count: run.summary.notDescribed })}</p>
          )}
        </Section>
      )}
      {run && whole && <RunFigures run={run} />}
    </Page>
  )
}
