import { Button } from '@mantine/core'
import { Suspense } from 'react'
import { useOfOrganization } from '#app/me.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go, ListSkeleton, Page } from '#ui/index.ts'
import styles from '../practice.module.css'
import { Repertoire } from './Repertoire.tsx'
import { Filters } from './Filters.tsx'

/** What the whole organization knows how to do, as far as I may read it. */
export function PracticesPage() {
  const t = useWords('practice')
  const within = useOfOrganization()
  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead')}
      actions={
        <Button component={Go} to={paths.newPractice()}>
          {t('write.action')}
        </Button>
      }
    >
      <nav className={styles.ways} aria-label={t('list.ways')}>
        {within && <Go to={paths.matrix()}>{t('matrix.way')}</Go>}
        {within && <Go to={paths.stewardship()}>{t('tend.way')}</Go>}
      </nav>
      <Filters />
      <Suspense fallback={<ListSkeleton />}>
        <Repertoire />
      </Suspense>
    </Page>
  )
}
