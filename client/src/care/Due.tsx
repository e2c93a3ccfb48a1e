import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Go, Mark, PersonChip, Section } from '#ui/index.ts'
import styles from './care.module.css'
import type { Care } from './Newcomers.tsx'

/** What waits for a decision or a look: who asks to join, the charter, the stage, sheets, practices, the rhythm. */
export function Due({ care: { due, practices }, slug }: { care: Care; slug: string }) {
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
        <Practices practices={practices} />
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

function Practices({ practices }: Pick<Care, 'practices'>) {
  const t = useWords('care')
  const when = useWhen()
  const now = new Date().toISOString()
  return practices.map(({ id, title, due, steward }) => (
    <li key={id}>
      <Go to={paths.practice(id)}>{title}</Go>
      <span className={styles.soft}>{t(due < now ? 'practices.overdue' : 'practices.due', { on: when.day(due) })}</span>
      {steward ? (
        <PersonChip name={steward.name} photo={steward.photo} gone={steward.gone} to={paths.person(steward.id)} />
      ) : (
        <Mark kind="partly">{t('practices.nobody')}</Mark>
      )}
    </li>
  ))
}
