import { NativeSelect } from '@mantine/core'
import type { SentDraft } from '@mortar/contract/network-survey'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { api, query, refresh } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { useWriting } from '#draft/use-writing.ts'
import { Page, PageSkeleton, useGo } from '#ui/index.ts'
import { SurveyForm, type Written } from './SurveyForm.tsx'

const empty: SentDraft = {
  name: '',
  purpose: '',
  legalGround: '',
  retentionDays: 730,
  mode: 'opt_in',
  questions: [{ id: 'q1', text: { en: '', fi: '' } }],
  units: [],
  communities: [],
  closesOn: null,
  remindEvery: 7,
}

/** A new survey, begun with a template. */
export function NewSurveyPage() {
  const t = useWords('survey')
  const go = useGo()
  const client = useQueryClient()
  const { data } = useSuspenseQuery(query('GET /surveys'))
  const templated = (id: string) => {
    const chosen = data.templates.find((one) => one.id === id)
    return chosen && { name: chosen.name, purpose: chosen.purpose, questions: chosen.questions }
  }
  const first = data.templates[0]?.id ?? ''
  const writing = useWriting<Written & { template: string }>('survey', {
    template: first,
    sent: { ...empty, ...templated(first) },
    target: { units: [], communities: [] },
  })
  const choose = (template: string) => {
    const { name, purpose, questions } = empty
    writing.set({ template, sent: { ...writing.value.sent, name, purpose, questions, ...templated(template) } })
  }
  const save = async (draft: SentDraft) => {
    const { id } = await api('POST /surveys', { body: draft })
    await writing.forget()
    await refresh(client, 'GET /surveys')
    go(paths.survey(id), { replace: true })
  }
  if (writing.pending) return <PageSkeleton />
  return (
    <Page title={t('write.title')} lead={t('write.lead')}>
      <NativeSelect
        label={t('write.template')}
        description={t('write.templateHow')}
        data={[
          ...data.templates.map(({ id, name }) => ({ value: id, label: name })),
          { value: '', label: t('write.own') },
        ]}
        value={writing.value.template}
        onChange={(event) => choose(event.currentTarget.value)}
        maw={480}
      />
      <SurveyForm writing={writing} fixed={false} onSave={save} />
    </Page>
  )
}
