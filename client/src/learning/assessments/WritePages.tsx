import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { GoOn, Page, useGo } from '#ui/index.ts'
import { Places } from '../Places.tsx'
import { AssessmentForm } from './AssessmentForm.tsx'

export function NewAssessmentPage() {
  const t = useWords('learning')
  const go = useGo()
  return (
    <Page title={t('assessments.write')} lead={t('assessments.writeLead')}>
      <Places />
      <AssessmentForm
        onDone={(id) => go(paths.assessment(id), { replace: true })}
        onCancel={() => go(paths.assessments())}
      />
    </Page>
  )
}

export function EditAssessmentPage({ params }: { params: { assessment: string } }) {
  const t = useWords('learning')
  const go = useGo()
  const { data: one } = useSuspenseQuery(query('GET /learning/needs-assessments/{assessment}', { params }))
  const back = () => go(paths.assessment(one.id))
  if (!one.may.edit) return <GoOn to={paths.assessment(one.id)} />
  return (
    <Page title={t(one.state === 'open' ? 'assessment.moveDay' : 'assessment.edit')} lead={one.title}>
      <Places />
      <AssessmentForm one={one} onDone={back} onCancel={back} />
    </Page>
  )
}
