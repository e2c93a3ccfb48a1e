import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go, ListSkeleton, Page, Section } from '#ui/index.ts'
import styles from '../learning.module.css'
import { Places } from '../Places.tsx'
import { Done } from './Done.tsx'
import { Interests } from './Interests.tsx'
import { Needs } from './Needs.tsx'
import { Shadowing } from './Shadowing.tsx'
import { Suggestions } from './Suggestions.tsx'
import { Told } from './Told.tsx'
import { Waiting } from './Waiting.tsx'

/** What I want to learn, what may be for me, and what I made of it. Nobody else sees what is not shared. */
export function LearningPage() {
  const t = useWords('learning')
  const { data } = useSuspenseQuery(query('GET /learning'))
  return (
    <Page title={t('mine.title')} lead={t('mine.lead')}>
      <Places />
      <Waiting assessments={data.assessments} />
      <Shadowing items={data.shadowing} />
      <Section title={t('suggestions.title')} action={<Go to={paths.learningItems()}>{t('suggestions.all')}</Go>}>
        <Suspense fallback={<ListSkeleton />}>
          <Suggestions />
        </Suspense>
      </Section>
      <Section title={t('needs.title')} count={data.needs.filter(({ metAt }) => metAt === null).length || undefined}>
        <p className={styles.soft}>{t('needs.private')}</p>
        <Needs needs={data.needs} may={data.may.note} />
      </Section>
      <Section title={t('interests.title')} count={data.interests.length || undefined}>
        <Interests interests={data.interests} may={data.may.note} />
      </Section>
      {data.told.length > 0 && (
        <Section title={t('told.title')} count={data.told.length}>
          <Told told={data.told} />
        </Section>
      )}
      <Section title={t('done.title')} count={data.done.length || undefined}>
        <Done done={data.done} declined={data.declined} />
      </Section>
    </Page>
  )
}
