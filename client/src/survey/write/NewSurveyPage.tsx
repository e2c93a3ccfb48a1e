import { NativeSelect } from '@mantine/core'
import type { SentDraft } from '@mortar/contract/network-survey'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, query, refresh } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Page, useGo } from '#ui/index.ts'
import { SurveyForm } from './SurveyForm.tsx'

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
  const first = data.templates[0]
  const [template, setTemplate] = useState<string>(first?.id ?? '')
  const chosen = data.templates.find(({ id }) => id === template)
  const start: SentDraft = chosen
    ? { ...empty, name: chosen.name, purpose: chosen.purpose, questions: chosen.questions }
    : empty
  const save = async (draft: SentDraft) => {
    const { id } = await api('POST /surveys', { body: draft })
    await refresh(client, 'GET /surveys')
    go(paths.survey(id), { replace: true })
  }
  return (
    <Page title={t('write.title')} lead={t('write.lead')}>
      <NativeSelect
        label={t('write.template')}
        description={t('write.templateHow')}
        data={[
          ...data.templates.map(({ id, name }) => ({ value: id, label: name })),
          { value: '', label: t('write.own') },
        ]}
        value={template}
        onChange={(event) => setTemplate(event.currentTarget.value)}
        maw={480}
      />
      <SurveyForm key={template} start={start} units={[]} communities={[]} fixed={false} onSave={save} />
    </Page>
  )
}
