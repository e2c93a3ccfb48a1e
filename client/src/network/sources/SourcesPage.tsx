import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, Go, Page } from '#ui/index.ts'
import styles from '../network.module.css'
import { RegisterDialog } from './RegisterDialog.tsx'
import { SourceFacts } from './SourceFacts.tsx'

/** Where traces come from: everybody may know, the knowledge office registers. */
export function SourcesPage() {
  const t = useWords('network')
  const { data } = useSuspenseQuery(query('GET /sources'))
  const [registering, setRegistering] = useState(false)
  const register = data.may.register && <Button onClick={() => setRegistering(true)}>{t('sources.register')}</Button>
  return (
    <Page
      title={t('sources.title')}
      lead={t('sources.lead')}
      actions={
        <>
          <Button component={Go} to={paths.privacy()} variant="default">
            {t('privacy.title')}
          </Button>
          <Button component={Go} to={paths.surveys()} variant="default">
            {t('sources.surveys')}
          </Button>
          {register}
        </>
      }
    >
      {data.items.length === 0 ? (
        <EmptyState title={t('sources.none')}>{t('sources.noneHow')}</EmptyState>
      ) : (
        <ul className={styles.list}>
          {data.items.map((source) => (
            <li key={source.id} className={styles.card}>
              <div className={styles.head}>
                <h2>
                  <Go to={paths.source(source.id)}>{source.name}</Go>
                </h2>
              </div>
              <SourceFacts source={source} />
            </li>
          ))}
        </ul>
      )}
      {registering && <RegisterDialog onClose={() => setRegistering(false)} />}
    </Page>
  )
}
