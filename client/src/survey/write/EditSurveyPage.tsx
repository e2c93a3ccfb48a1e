import type { SentDraft } from '@mortar/contract/network-survey'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { api, query, refresh } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go, GoOn, Page, toast, useGo } from '#ui/index.ts'
import { SurveyForm } from './SurveyForm.tsx'

/** Changes a draft; of an open survey its last day and its reminders. */
export function EditSurveyPage({ params }: { params: { survey: string } }) {
  const t = useWords('survey')
  const go = useGo()
  const client = useQueryClient()
  const { data: survey } = useSuspenseQuery(query('GET /surveys/{survey}', { params }))
  if (!survey.written) return <GoOn to={paths.survey(survey.id)} />
  const save = async (draft: SentDraft) => {
    await api('PUT /surveys/{survey}', { params, body: draft })
    await refresh(client, 'GET /surveys', 'GET /surveys/{survey}')
    toast(t('write.saved'))
    go(paths.survey(survey.id), { replace: true })
  }
  const fixed = survey.state === 'open'
  return (
    <Page
      title={t('write.titleEdit', { name: survey.name })}
      above={<Go to={paths.survey(survey.id)}>{survey.name}</Go>}
      lead={t(fixed ? 'write.leadOpen' : 'write.lead')}
    >
      <SurveyForm
        start={survey.written}
        units={survey.units}
        communities={survey.communities}
        fixed={fixed}
        onSave={save}
      />
    </Page>
  )
}
