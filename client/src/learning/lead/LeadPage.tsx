import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { CommunityTag, DataTable, EmptyState, Go, ListSkeleton, Mark, Page, Section } from '#ui/index.ts'
import { AssessmentLines } from '../assessments/AssessmentLines.tsx'
import styles from '../learning.module.css'
import { Rounds } from '../pairs/Rounds.tsx'
import { Places } from '../Places.tsx'
import type { Lead } from '../types.ts'

/** What a learning lead looks at first: what is asked for, what lacks an item, what runs, what expires. */
export function LeadPage() {
  const t = useWords('learning')
  const { data } = useSuspenseQuery(query('GET /learning/lead'))
  const open = data.assessments.filter(({ state }) => state !== 'closed')
  const closed = data.assessments.filter(({ state }) => state === 'closed')
  return (
    <Page
      title={t('lead.title')}
      lead={t('lead.lead')}
      actions={
        <>
          <Button component={Go} to={paths.newAssessment()}>
            {t('assessments.write')}
          </Button>
          <Button component={Go} to={paths.bringLearning('catalogue')} variant="default">
            {t('lead.bring')}
          </Button>
        </>
      }
    >
      <Places />
      <Section title={t('lead.asked')}>
        <p className={styles.soft}>{t('lead.askedHow')}</p>
        {data.asked.length === 0 ? (
          <EmptyState title={t('lead.askedNone')}>{t('lead.askedNoneHow')}</EmptyState>
        ) : (
          <Asked asked={data.asked} />
        )}
      </Section>
      <Section title={t('lead.lacking')} count={data.lacking.length || undefined}>
        <Lacking lacking={data.lacking} />
      </Section>
      <Section title={t('lead.running')} action={<Go to={paths.assessments()}>{t('lead.allAssessments')}</Go>}>
        {open.length === 0 ? (
          <p className={styles.soft}>{t('lead.runningNone')}</p>
        ) : (
          <AssessmentLines items={open} deep />
        )}
        {closed.length > 0 && (
          <details>
            <summary className={styles.soft}>{t('lead.closed', { count: closed.length })}</summary>
            <AssessmentLines items={closed} deep />
          </details>
        )}
      </Section>
      <Suspense fallback={<ListSkeleton lines={2} />}>
        <Rounds />
      </Suspense>
      <Section title={t('lead.expiring')} count={data.expiring.length || undefined}>
        <Expiring items={data.expiring} />
      </Section>
      <Section title={t('lead.law')} count={data.law.length || undefined}>
        {data.law.length === 0 ? (
          <p className={styles.soft}>{t('lead.lawNone')}</p>
        ) : (
          <ul className={styles.short}>
            {data.law.map(({ id, title, law }) => (
              <li key={id}>
                <Go to={paths.learningItem(id)}>{title}</Go>
                <span className={styles.softly}>{law?.reason}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  )
}

function Asked({ asked }: { asked: Lead['asked'] }) {
  const t = useWords('learning')
  return (
    <DataTable
      caption={t('lead.asked')}
      rows={asked}
      rowKey={({ topic }) => topic.id}
      sorted="-people"
      columns={[
        {
          id: 'topic',
          head: t('lead.topic'),
          cell: ({ topic: { name, community } }) => (
            <span className={styles.topic}>
              {community && <CommunityTag {...community} to={paths.community(community.slug)} />} {name}
            </span>
          ),
          sort: ({ topic }) => topic.name,
        },
        {
          id: 'people',
          head: t('lead.people'),
          cell: ({ people }) => t('lead.about', { n: people }),
          sort: ({ people }) => people,
          numeric: true,
        },
        {
          id: 'units',
          head: t('lead.where'),
          cell: ({ units }) =>
            units.length === 0
              ? t('result.few')
              : units.map(({ unit, people }) => `${unit.name} ${t('lead.about', { n: people })}`).join(' · '),
        },
        {
          id: 'items',
          head: t('lead.items'),
          cell: ({ topic, items }) =>
            items === 0 ? (
              <Mark kind="partly">{t('lead.nothing')}</Mark>
            ) : (
              <Go to={paths.learningItems({ topic: topic.id })}>{t('lead.count', { count: items })}</Go>
            ),
          sort: ({ items }) => items,
          numeric: true,
        },
      ]}
    />
  )
}

function Lacking({ lacking }: { lacking: Lead['lacking'] }) {
  const t = useWords('learning')
  if (lacking.length === 0) return <p className={styles.soft}>{t('lead.lackingNone')}</p>
  return (
    <ul className={styles.short}>
      {lacking.map(({ topic: { id, name, community }, people }) => (
        <li key={id}>
          {community && <CommunityTag {...community} />}
          <span>{name}</span>
          <span className={styles.softly}>{t('lead.about', { n: people })}</span>
          <Go to={paths.newLearningItem()}>{t('items.add')}</Go>
        </li>
      ))}
    </ul>
  )
}

function Expiring({ items }: { items: Lead['expiring'] }) {
  const t = useWords('learning')
  const when = useWhen()
  if (items.length === 0) return <p className={styles.soft}>{t('lead.expiringNone')}</p>
  return (
    <ul className={styles.short}>
      {items.map(({ id, title, expiresOn, offered }) => (
        <li key={id}>
          <Go to={paths.learningItem(id)}>{title}</Go>
          {offered ? (
            <span className={styles.softly}>{t('item.until', { day: when.day(expiresOn!) })}</span>
          ) : (
            <Mark kind="quiet">{t('lead.over', { day: when.day(expiresOn!) })}</Mark>
          )}
        </li>
      ))}
    </ul>
  )
}
