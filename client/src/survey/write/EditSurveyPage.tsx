import type { SentDraft } from '@mortar/contract/network-survey'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type Answer, api, query, refresh } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { useWriting, versionOf } from '#draft/use-writing.ts'
import { Go, GoOn, Page, PageSkeleton, toast, useGo } from '#ui/index.ts'
import { SurveyForm, type Written } from './SurveyForm.tsx'

/** Changes a draft; of an open survey its last day and its reminders. */
export function EditSurveyPage({ params }: { params: { survey: string } }) {
  const { data: survey } = useSuspenseQuery(query('GET /surveys/{survey}', { params }))
  return survey.written ? <Edit survey={survey} written={survey.written} /> : <GoOn to={paths.survey(survey.id)} />
}

function Edit({ survey, written }: { survey: Answer<'GET /surveys/{survey}'>; written: SentDraft }) {
  const t = useWords('survey')
  const go = useGo()
  const client = useQueryClient()
  const begun: Written = { sent: written, target: { units: survey.units, communities: survey.communities } }
  const writing = useWriting(`survey ${versionOf(survey.id, begun)}`, begun)
  const save = async (draft: SentDraft) => {
    await api('PUT /surveys/{survey}', { params: { survey: survey.id }, body: draft })
    await writing.forget()
    await refresh(client, 'GET /surveys', 'GET /surveys/{survey}')
    toast(t('write.saved'))
    go(paths.survey(survey.id), { replace: true })
  }
  if (writing.pending) return <PageSkeleton />
  const fixed = survey.state === 'open'
  return (
    <Page
      title={t('write.titleEdit', { name: survey.name })}
      above={<Go to={paths.survey(survey.id)}>{survey.name}</Go>}
      lead={t(fixed ? 'write.leadOpen' : 'write.lead')}
    >
      <SurveyForm writing={writing} fixed={fixed} onSave={save} />
    </Page>
  )
}
