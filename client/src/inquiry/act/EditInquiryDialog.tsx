import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { DialogActs, Dialog, fieldError, Form, ListSkeleton, MarkdownEditor } from '#ui/index.ts'
import { type Inquiry, writing } from '../api.ts'
import { KindChoice, UnitChoice } from '../ask/Context.tsx'
import styles from '../inquiry.module.css'
import { useAct } from './use-act.ts'

/** Writes one's inquiry anew; the earlier wording stays readable. */
export function EditInquiryDialog({ inquiry, onClose }: { inquiry: Inquiry; onClose: () => void }) {
  const t = useWords('inquiry')
  const params = { inquiry: inquiry.id }
  const { data } = useQuery({
    queryKey: ['wordings', params],
    queryFn: () => api('GET /inquiries/{inquiry}/wordings', { params }),
    gcTime: 0,
  })
  const latest = data?.items.at(-1)
  return (
    <Dialog wide title={t('edit.inquiry')} onClose={onClose}>
      {latest ? <EditForm inquiry={inquiry} latest={latest} onClose={onClose} /> : <ListSkeleton lines={3} />}
    </Dialog>
  )
}

interface EditFormProps {
  inquiry: Inquiry
  latest: { version: number; title: string | null; body: string }
  onClose: () => void
}

function EditForm({ inquiry, latest, onClose }: EditFormProps) {
  const t = useWords('inquiry')
  const [title, setTitle] = useState(latest.title ?? '')
  const [body, setBody] = useState(latest.body)
  const [unit, setUnit] = useState(inquiry.unit?.id ?? null)
  const [kind, setKind] = useState(inquiry.problemKind ?? '')
  const sending = useAct(
    () =>
      api('PUT /inquiries/{inquiry}', {
        params: { inquiry: inquiry.id },
        body: { base: latest.version, title, body, unit, problemKind: kind.trim() || null },
      }),
    onClose,
  )
  return (
    <Form
      onSubmit={sending.act}
      error={sending.error}
      actions={<DialogActs {...sending} verb={t('act.save')} onClose={onClose} />}
    >
      <TextInput
        label={t('ask.problem')}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        error={fieldError(sending.error, 'title')}
        maxLength={300}
        required
      />
      <MarkdownEditor
        label={t('ask.body')}
        value={body}
        onChange={setBody}
        error={fieldError(sending.error, 'body')}
        {...writing}
      />
      <div className={styles.pair}>
        <UnitChoice unit={unit} onChange={setUnit} />
        <KindChoice kind={kind} onChange={setKind} />
      </div>
    </Form>
  )
}
