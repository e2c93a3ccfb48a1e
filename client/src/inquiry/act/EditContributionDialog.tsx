import type { Outcome } from '@mortar/contract/inquiry'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { DialogActs, Dialog, fieldError, Form, ListSkeleton, Mark, MarkdownEditor } from '#ui/index.ts'
import { type Contribution, writing } from '../api.ts'
import { Choose } from '../page/Choose.tsx'
import { useAct } from './use-act.ts'

const outcomes = ['worked', 'partly', 'failed'] as const

/** Writes one's contribution anew; the earlier wording stays readable. */
export function EditContributionDialog({ contribution, onClose }: { contribution: Contribution; onClose: () => void }) {
  const t = useWords('inquiry')
  const params = { contribution: contribution.id }
  const { data } = useQuery({
    queryKey: ['wordings', params],
    queryFn: () => api('GET /contributions/{contribution}/wordings', { params }),
    gcTime: 0,
  })
  const latest = data?.items.at(-1)
  const [written, setWritten] = useState<string>()
  const [outcome, setOutcome] = useState<Outcome | null>(contribution.outcome)
  const body = written ?? latest?.body ?? ''
  const sending = useAct(
    () =>
      api('PUT /contributions/{contribution}', {
        params,
        body: { base: latest?.version ?? contribution.version, body, ...(outcome && { outcome }) },
      }),
    onClose,
  )
  return (
    <Dialog wide title={t('edit.contribution')} onClose={onClose}>
      {latest ? (
        <Form
          onSubmit={sending.act}
          error={sending.error}
          actions={<DialogActs {...sending} verb={t('act.save')} onClose={onClose} />}
        >
          {outcome && (
            <Choose
              label={t('compose.outcome')}
              choices={outcomes.map((value) => ({ value, word: <Mark kind={value}>{t(`outcome.${value}`)}</Mark> }))}
              value={outcome}
              onChoose={setOutcome}
            />
          )}
          <MarkdownEditor
            label={t('edit.words')}
            value={body}
            onChange={setWritten}
            error={fieldError(sending.error, 'body')}
            {...writing}
          />
        </Form>
      ) : (
        <ListSkeleton lines={2} />
      )}
    </Dialog>
  )
}
