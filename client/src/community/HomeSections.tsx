import { Button } from '@mantine/core'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, EvidenceDots, Go, Section } from '#ui/index.ts'
import styles from './community.module.css'
import type { CommunityHead, CommunityHome } from './use-community.ts'

type Inside = NonNullable<CommunityHome['inside']>

/** What waits for an answer, then what moved lately. */
export function Alive({ community, unanswered, alive }: Inside & { community: CommunityHead }) {
  const t = useWords('community')
  if (unanswered.length === 0 && alive.length === 0) {
    if (community.closed) return null
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
      {unanswered.length > 0 && (
        <Section title={t('alive.unanswered')}>
          <Inquiries items={unanswered} />
        </Section>
      )}
      {alive.length > 0 && (
        <Section
          title={t(community.closed ? 'alive.last' : 'alive.title')}
          action={<Go to={paths.inquiries({ community: community.id })}>{t('alive.all')}</Go>}
        >
          <Inquiries items={alive} />
        </Section>
      )}
    </>
  )
}

function Inquiries({ items }: { items: Inside['alive'] }) {
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
export function Repertoire({ community, practices }: { community: CommunityHead; practices: Inside['repertoire'] }) {
  const t = useWords('community')
  return (
    <Section
      title={t('repertoire.title')}
      action={<Go to={paths.practices({ community: community.id })}>{t('repertoire.all')}</Go>}
    >
      {practices.length === 0 && community.closed ? (
        <p className={styles.soft}>{t('repertoire.allRetired')}</p>
      ) : practices.length === 0 ? (
        <EmptyState title={t('repertoire.none')}>{t('repertoire.noneHow')}</EmptyState>
      ) : (
        <ul className={styles.short}>
          {practices.map((practice) => (
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
