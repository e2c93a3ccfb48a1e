import { Button } from '@mantine/core'
import type { Contribute, Outcome } from '@mortar/contract/inquiry'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ApiRefusal } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { fieldError, Form, ListSkeleton, Mark, MarkdownEditor, Section } from '#ui/index.ts'
import { type Inquiry, readAgain, writing } from '../api.ts'
import { DraftElsewhere } from '#draft/DraftElsewhere.tsx'
import { useDraft } from '#draft/use-draft.ts'
import { Choose } from './Choose.tsx'

const kinds = ['experience', 'answer', 'question', 'challenge'] as const
const outcomes = ['worked', 'partly', 'failed'] as const
interface Written {
  kind: (typeof kinds)[number]
  /** Not chosen for anybody: how it went is evidence. */
  outcome: Outcome | null
  body: string
}
const empty: Written = { kind: 'experience', outcome: null, body: '' }

/** Where somebody adds what they know. Experience comes first: it is worth most. */
export function Composer({ inquiry }: { inquiry: Inquiry }) {
  const t = useWords('inquiry')
  const draft = useDraft(`inquiry:${inquiry.id}:answer`, empty)
  const { kind, outcome, body } = draft.value
  const contribution = contributionOf(draft.value)
  const sending = useContributing(inquiry.id, draft.forget)
  if (draft.pending) {
    return (
      <Section title={t('compose.title')}>
        <ListSkeleton lines={3} />
      </Section>
    )
  }
  return (
    <Section title={t('compose.title')}>
      <DraftElsewhere draft={draft} />
      <Form
        onSubmit={() => contribution && sending.mutate(contribution)}
        error={sending.error}
        actions={
          <Button type="submit" loading={sending.isPending} disabled={!contribution}>
            {t(`compose.send.${kind}`)}
          </Button>
        }
      >
        <Choose
          label={t('compose.kind')}
          choices={kinds.map((value) => ({ value, word: t(`kind.${value}`) }))}
          value={kind}
          onChoose={(value) => draft.set({ kind: value })}
        />
        {kind === 'experience' && (
          <Choose
            label={t('compose.outcome')}
            choices={outcomes.map((value) => ({ value, word: <Mark kind={value}>{t(`outcome.${value}`)}</Mark> }))}
            value={outcome}
            onChoose={(value) => draft.set({ outcome: value })}
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

/** What can be sent, once there are words and an experience says how it went. */
function contributionOf({ kind, outcome, body }: Written): Contribute | undefined {
  if (body.trim() === '') return undefined
  if (kind !== 'experience') return { kind, body }
  return outcome ? { kind, outcome, body } : undefined
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
  if (draft.pending) return <ListSkeleton lines={1} />
  return (
    <>
      <DraftElsewhere draft={draft} />
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
    </>
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
