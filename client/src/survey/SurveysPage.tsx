import { Button } from '@mantine/core'
import type { SurveyLine } from '@mortar/contract/network-survey'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, Go, Page, Section } from '#ui/index.ts'
import { useStateOf } from './state.ts'
import styles from './survey.module.css'

/** Surveys that ask me, and for the knowledge office all of them. */
export function SurveysPage() {
  const t = useWords('survey')
  const { data } = useSuspenseQuery(query('GET /surveys'))
  const own = data.items.filter(({ mine }) => mine !== null)
  return (
    <Page
      title={t('surveys.title')}
      lead={t('surveys.lead')}
      actions={
        data.may.make && (
          <Button component={Go} to={paths.newSurvey()}>
            {t('surveys.write')}
          </Button>
        )
      }
    >
      <Section title={t('surveys.asked')} count={own.length || undefined}>
        {own.length === 0 ? (
          <EmptyState title={t('surveys.none')}>{t('surveys.noneHow')}</EmptyState>
        ) : (
          <Lines items={own} />
        )}
      </Section>
      {data.may.make && (
        <Section title={t('surveys.all')} count={data.items.length || undefined}>
          {data.items.length === 0 ? (
            <EmptyState title={t('surveys.noneAll')}>{t('surveys.noneAllHow')}</EmptyState>
          ) : (
            <Lines items={data.items} />
          )}
        </Section>
      )}
    </Page>
  )
}

function Lines({ items }: { items: readonly SurveyLine[] }) {
  const t = useWords('survey')
  const stateOf = useStateOf()
  return (
    <ul className={styles.lines}>
      {items.map((survey) => (
        <li key={survey.id} className={styles.line}>
          <Go to={paths.survey(survey.id)}>{survey.name}</Go>
          <span className={styles.soft}>
            {stateOf(survey)}
            {survey.mine && ` · ${t(`mine.${survey.mine}`)}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
