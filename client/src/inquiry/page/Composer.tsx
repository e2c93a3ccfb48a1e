import { Button, SegmentedControl } from '@mantine/core'
import type { Contribute, Outcome } from '@mortar/contract/inquiry'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ApiRefusal } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { fieldError, Form, MarkdownEditor, Section } from '#ui/index.ts'
import { type Inquiry, readAgain, writing } from '../api.ts'
import styles from '../inquiry.module.css'
import { useDraft } from '../use-draft.ts'

const kinds = ['experience', 'answer', 'question', 'challenge'] as const
const outcomes = ['worked', 'partly', 'failed'] as const
interface Written {
  kind: (typeof kinds)[number]
  outcome: Outcome
  body: string
}
const empty: Written = { kind: 'experience', outcome: 'worked', body: '' }

/** Where somebody adds what they know. Experience comes first: it is worth most. */
export function Composer({ inquiry }: { inquiry: Inquiry }) {
  const t = useWords('inquiry')
  const draft = useDraft(`inquiry:${inquiry.id}:answer`, empty)
  const { kind, outcome, body } = draft.value
  const contribution: Contribute = kind === 'experience' ? { kind, outcome, body } : { kind, body }
  const sending = useContributing(inquiry.id, draft.forget)
  return (
    <Section title={t('compose.title')}>
      <Form
        onSubmit={() => sending.mutate(contribution)}
        error={sending.error}
        actions={
          <Button type="submit" loading={sending.isPending} disabled={body.trim() === ''}>
            {t(`compose.send.${kind}`)}
          </Button>
        }
      >
        <SegmentedControl
          aria-label={t('compose.kind')}
          className={styles.kinds}
          data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={kind}
          onChange={(value) => draft.set({ kind: value as Written['kind'] })}
        />
        {kind === 'experience' && (
          <SegmentedControl
            aria-label={t('compose.outcome')}
            className={styles.kinds}
            data={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
            value={outcome}
            onChange={(value) => draft.set({ outcome: value as Outcome })}
          />
        )}
        <MarkdownEditor
          label={t(`compose.label.${kind}`)}
          description={t(`compose.how.${kind}`)}
          value={body}
          onChange={(text) => draft.set({ body: text })}
          keep={draft.keep}
          rows={5}
          error={fieldError(sending.error, 'body')}
          {...writing}
        />
      </Form>
    </Section>
  )
}

/** A reply to one contribution. */
export function ReplyForm({ inquiry, parent, onDone }: { inquiry: Inquiry; parent: string; onDone: () => void }) {
  const t = useWords('inquiry')
  const draft = useDraft(`inquiry:${inquiry.id}:reply:${parent}`, { body: '' })
  const { body } = draft.value
  const sending = useContributing(inquiry.id, async () => {
    await draft.forget()
    onDone()
  })
  return (
    <Form
      onSubmit={() => sending.mutate({ kind: 'reply', parent, body })}
      error={sending.error}
      actions={
        <>
          <Button type="submit" size="compact-md" loading={sending.isPending} disabled={body.trim() === ''}>
            {t('act.reply')}
          </Button>
          <Button size="compact-md" variant="subtle" onClick={onDone}>
            {t('act.cancel')}
          </Button>
        </>
      }
    >
      <MarkdownEditor
        label={t('compose.reply')}
        value={body}
        onChange={(text) => draft.set({ body: text })}
        keep={draft.keep}
        rows={3}
        {...writing}
      />
    </Form>
  )
}

function useContributing(inquiry: string, onSent: () => Promise<void>) {
  const client = useQueryClient()
  const mutation = useMutation({
    mutationFn: (body: Contribute) => api('POST /inquiries/{inquiry}/contributions', { params: { inquiry }, body }),
    onSuccess: async () => {
      await readAgain(client)
      await onSent()
    },
  })
  return { ...mutation, error: mutation.error instanceof ApiRefusal ? mutation.error : null }
}
