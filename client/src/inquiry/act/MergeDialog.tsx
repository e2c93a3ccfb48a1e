import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { DialogActs, type Choice, Dialog, fieldError, Form, Picker } from '#ui/index.ts'
import type { Inquiry } from '../api.ts'
import { useAct } from './use-act.ts'

/** Points on to the inquiry that this one repeats. */
export function MergeDialog({ inquiry, onClose }: { inquiry: Inquiry; onClose: () => void }) {
  const t = useWords('inquiry')
  const [into, setInto] = useState<Choice[]>([])
  const sending = useAct(
    () => api('PUT /inquiries/{inquiry}/merge', { params: { inquiry: inquiry.id }, body: { into: into[0]?.id ?? '' } }),
    onClose,
  )
  const search = async (words: string, signal: AbortSignal) => {
    const title = words || inquiry.title || ''
    const { inquiries } = await api('POST /inquiries/similar', { body: { title, limit: 10 }, signal })
    return inquiries
      .filter(({ id }) => id !== inquiry.id)
      .map(({ id, title, state }) => ({ id, name: title ?? id, note: t(`state.${state}`) }))
  }
  return (
    <Dialog title={t('merge.title')} onClose={onClose}>
      <Form
        onSubmit={sending.act}
        error={sending.error}
        actions={<DialogActs {...sending} verb={t('act.merge')} onClose={onClose} />}
      >
        <p>{t('merge.lead')}</p>
        <Picker
          label={t('merge.into')}
          value={into}
          max={1}
          suggest
          search={search}
          onChange={setInto}
          error={fieldError(sending.error, 'into')}
        />
      </Form>
    </Dialog>
  )
}
