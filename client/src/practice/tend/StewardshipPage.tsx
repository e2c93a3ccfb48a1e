import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { CommunityTag, EmptyState, EvidenceDots, Go, Mark, Page, Section } from '#ui/index.ts'
import styles from '../practice.module.css'

interface Tended {
  id: string
  title: string
  community: { slug: string; name: string; short: string; colour: number } | null
}

/** What waits for a steward: reviews that are due, evidence that came in, words that wait for an answer. */
export function StewardshipPage() {
  const t = useWords('practice')
  const when = useWhen()
  const { data } = useSuspenseQuery(query('GET /stewardship'))
  const nothing = Object.values(data).every((list) => list.length === 0)
  return (
    <Page title={t('tend.title')} lead={t('tend.lead')}>
      {nothing && <EmptyState title={t('tend.none')}>{t('tend.noneHow')}</EmptyState>}
      <Tasks title={t('tend.reviews')} items={data.reviews}>
        {({ reviewAt, overdue }) => (
          <Mark kind={overdue ? 'partly' : 'note'}>
            {t(overdue ? 'reviewWas' : 'reviewNext', { day: when.day(reviewAt) })}
          </Mark>
        )}
      </Tasks>
      <Tasks title={t('tend.proposed')} items={data.proposed}>
        {({ at }) => <span>{t('tend.waits', { ago: when.ago(at) })}</span>}
      </Tasks>
      <Tasks title={t('tend.changes')} items={data.changes}>
        {({ waiting, at }) => (
          <>
            <span>{t('tend.waiting', { count: waiting })}</span>
            <span>{t('tend.waits', { ago: when.ago(at) })}</span>
          </>
        )}
      </Tasks>
      <Tasks title={t('tend.evidence')} items={data.evidence}>
        {({ since, proposes, at }) => (
          <>
            <EvidenceDots {...since} />
            <span>{when.ago(at)}</span>
            {proposes && <Mark kind="worked">{t('tend.proposes')}</Mark>}
          </>
        )}
      </Tasks>
      <Tasks title={t('tend.orphans')} items={data.orphans}>
        {() => <span>{t('needsSteward')}</span>}
      </Tasks>
    </Page>
  )
}

interface TasksProps<T extends Tended> {
  title: string
  items: readonly T[]
  children: (item: T) => ReactNode
}

function Tasks<T extends Tended>({ title, items, children }: TasksProps<T>) {
  if (items.length === 0) return null
  return (
    <Section title={title} count={items.length}>
      <ul className={styles.lines}>
        {items.map((item) => (
          <li key={item.id} className={styles.line}>
            <p className={styles.name}>
              <Go to={paths.practice(item.id)}>{item.title}</Go>
            </p>
            <p className={styles.facts}>
              {item.community && <CommunityTag {...item.community} to={paths.community(item.community.slug)} />}
              {children(item)}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
