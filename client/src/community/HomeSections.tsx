import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, EvidenceDots, Go, Section } from '#ui/index.ts'
import styles from './community.module.css'
import type { Community } from './use-community.ts'

/** What waits for an answer, then what moved lately. */
export function Alive({ community }: { community: Community }) {
  const t = useWords('community')
  const where = { community: community.id, limit: 6 }
  const { data: unanswered } = useSuspenseQuery(query('GET /inquiries', { query: { ...where, unanswered: 'true' } }))
  const { data: alive } = useSuspenseQuery(query('GET /inquiries', { query: where }))
  const waiting = new Set(unanswered.items.map(({ id }) => id))
  const moved = alive.items.filter(({ id }) => !waiting.has(id))
  if (unanswered.items.length === 0 && moved.length === 0) {
    return (
      <EmptyState
        title={t('alive.none')}
        action={
          community.may.ask && (
            <Button component={Go} to={paths.ask({ community: community.id })}>
              {t('ask')}
            </Button>
          )
        }
      >
        {t('alive.noneHow')}
      </EmptyState>
    )
  }
  return (
    <>
      {unanswered.items.length > 0 && (
        <Section title={t('alive.unanswered')}>
          <Inquiries items={unanswered.items} />
        </Section>
      )}
      {moved.length > 0 && (
        <Section
          title={t('alive.title')}
          action={<Go to={paths.inquiries({ community: community.id })}>{t('alive.all')}</Go>}
        >
          <Inquiries items={moved} />
        </Section>
      )}
    </>
  )
}

interface Line {
  id: string
  title: string | null
  answers: number
  lastAt: string
  state: 'open' | 'resolved' | 'withdrawn'
}

function Inquiries({ items }: { items: readonly Line[] }) {
  const t = useWords('community')
  const when = useWhen()
  return (
    <ul className={styles.short}>
      {items.map(({ id, title, answers, lastAt, state }) => (
        <li key={id}>
          <Go to={paths.inquiry(id)}>{title ?? t('alive.withheld')}</Go>
          <span className={styles.facts}>
            <span>{t(`inquiryState.${state}`)}</span>
            <span>{t('answers', { count: answers })}</span>
            <span>{when.ago(lastAt)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** What the community shares: its current practices. */
export function Repertoire({ community }: { community: Community }) {
  const t = useWords('community')
  const { data } = useSuspenseQuery(
    query('GET /practices', { query: { community: community.id, state: 'current', limit: 8 } }),
  )
  return (
    <Section
      title={t('repertoire.title')}
      action={<Go to={paths.practices({ community: community.id })}>{t('repertoire.all')}</Go>}
    >
      {data.items.length === 0 ? (
        <EmptyState title={t('repertoire.none')}>{t('repertoire.noneHow')}</EmptyState>
      ) : (
        <ul className={styles.short}>
          {data.items.map((practice) => (
            <li key={practice.id}>
              <Go to={paths.practice(practice.id)}>{practice.title}</Go>
              <span className={styles.facts}>
                <EvidenceDots {...practice.evidence} />
                {practice.validatedAt && <span>{t('repertoire.validated')}</span>}
                {practice.overdue && <span>{t('repertoire.overdue')}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
