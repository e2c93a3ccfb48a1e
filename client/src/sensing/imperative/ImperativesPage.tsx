import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { CommunityTag, EmptyState, Go, Page, Section } from '#ui/index.ts'
import { Places } from '../Places.tsx'
import styles from '../sensing.module.css'
import type { Imperative } from '../types.ts'
import { Facts } from './Facts.tsx'
import { Services } from './Services.tsx'
import { WriteDialog } from './WriteDialog.tsx'

/** What the organization wants to reach, what serves each of its aims, and what serves none. */
export function ImperativesPage() {
  const t = useWords('sensing')
  const { data } = useSuspenseQuery(query('GET /imperatives'))
  const [writing, setWriting] = useState(false)
  const standing = data.items.filter(({ ended }) => ended === null)
  const ended = data.items.filter((one) => one.ended !== null)
  const unserved = standing.filter(({ holds, services }) => holds && services.length === 0)
  return (
    <Page
      title={t('imperatives.title')}
      lead={t('imperatives.lead')}
      actions={data.may.make && <Button onClick={() => setWriting(true)}>{t('imperatives.write')}</Button>}
    >
      <Places />
      {writing && <WriteDialog onClose={() => setWriting(false)} />}
      <Section title={t('imperatives.served')} count={standing.length || undefined}>
        {standing.length === 0 ? (
          <EmptyState title={t('imperatives.none')}>{t('imperatives.noneHow')}</EmptyState>
        ) : (
          <ul className={styles.lines}>
            {standing.map((imperative) => (
              <Line key={imperative.id} imperative={imperative} />
            ))}
          </ul>
        )}
      </Section>
      {standing.length > 0 && (
        <Section title={t('imperatives.gaps')}>
          <p className={styles.soft}>{t('imperatives.unserved', { count: unserved.length })}</p>
          {data.withoutAim.length > 0 && (
            <>
              <p className={styles.soft}>{t('imperatives.withoutAim', { count: data.withoutAim.length })}</p>
              <ul className={styles.tags}>
                {data.withoutAim.map((community) => (
                  <li key={community.id}>
                    <CommunityTag {...community} long to={paths.community(community.slug)} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </Section>
      )}
      {ended.length > 0 && (
        <Section title={t('imperatives.ended')} count={ended.length}>
          <ul className={styles.lines}>
            {ended.map((imperative) => (
              <Line key={imperative.id} imperative={imperative} />
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

function Line({ imperative }: { imperative: Imperative }) {
  return (
    <li className={styles.line}>
      <p className={styles.name}>
        <Go to={paths.imperative(imperative.id)}>{imperative.title}</Go>
      </p>
      <Facts imperative={imperative} />
      <Services imperative={imperative} />
    </li>
  )
}
