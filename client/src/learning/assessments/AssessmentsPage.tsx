import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, Go, Page } from '#ui/index.ts'
import { Places } from '../Places.tsx'
import { AssessmentLines } from './AssessmentLines.tsx'

/** Needs assessments that I am asked in; for the learning lead all of them. */
export function AssessmentsPage() {
  const t = useWords('learning')
  const { data } = useSuspenseQuery(query('GET /learning/needs-assessments'))
  return (
    <Page
      title={t('assessments.title')}
      lead={t('assessments.lead')}
      actions={
        data.may.make && (
          <>
            <Button component={Go} to={paths.newAssessment()}>
              {t('assessments.write')}
            </Button>
            <Button component={Go} to={paths.bringLearning('assessment')} variant="default">
              {t('assessments.bring')}
            </Button>
          </>
        )
      }
    >
      <Places />
      {data.items.length === 0 ? (
        <EmptyState title={t('assessments.none')}>
          {t(data.may.make ? 'assessments.noneHow' : 'assessments.noneForYou')}
        </EmptyState>
      ) : (
        <AssessmentLines items={data.items} />
      )}
    </Page>
  )
}
