import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Go, Mark, Section } from '#ui/index.ts'
import styles from './care.module.css'
import type { Care } from './Newcomers.tsx'

/** What waits for a decision or a look: who asks to join, the charter, the stage, sheets, the rhythm. */
export function Due({ care: { due }, slug }: { care: Care; slug: string }) {
  const t = useWords('care')
  const word = useWords('community')
  const when = useWhen()
  const late = due.review !== null && new Date(due.review) <= new Date()
  return (
    <Section title={t('due.title')}>
      <ul className={styles.lines}>
        {due.requests > 0 && (
          <li>
            <Go to={paths.members(slug)}>{t('due.requests', { count: due.requests })}</Go>
          </li>
        )}
        <li>
          <Go to={paths.charter(slug)}>
            {due.review === null
              ? t('due.noReview')
              : t(late ? 'due.reviewLate' : 'due.review', { on: when.day(due.review) })}
          </Go>
          {late && <Mark kind="partly">{t('due.late')}</Mark>}
        </li>
        {due.stage && (
          <li>
            <Go to={paths.communityStage(slug)}>{t('due.stage', { stage: word(`stage.${due.stage}`) })}</Go>
          </li>
        )}
        {due.sheets.map(({ id, title, on }) => (
          <li key={id}>
            <Go to={paths.sheet(slug, id)} data-no-words>
              {title}
            </Go>
            <span className={styles.soft}>{t('due.sheet', { on: when.day(on) })}</span>
            {new Date(on) <= new Date() && <Mark kind="partly">{t('due.late')}</Mark>}
          </li>
        ))}
        <li>
          {due.rhythm ? (
            <>
              <span className={styles.soft}>{t('due.rhythm')}</span> <span data-no-words>{due.rhythm}</span>
            </>
          ) : (
            <Go to={paths.charter(slug)}>{t('due.noRhythm')}</Go>
          )}
        </li>
      </ul>
    </Section>
  )
}
