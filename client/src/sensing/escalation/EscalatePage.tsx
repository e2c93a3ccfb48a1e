import { TextInput } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { api, query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { useWriting } from '#draft/use-writing.ts'
import { WritePage } from '#draft/WritePage.tsx'
import { type Choice, fieldError, MarkdownEditor, PageSkeleton, toast, useAddress, useGo } from '#ui/index.ts'
import styles from '../sensing.module.css'
import { useAct } from '../use-act.ts'
import { CommunityField } from '../CommunityField.tsx'
import { ManagerField } from './ManagerField.tsx'

const preview = async (markdown: string) => (await api('POST /markdown', { body: { markdown } })).html
const inTwoWeeks = () => new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10)

/** Puts a matter to a manager: what is asked, why, and by when an answer is due. */
export function EscalatePage() {
  const from = useBeginning()
  // Who may not escalate, such as a guest, is told so in place of the form.
  useSuspenseQuery(query('GET /signals', { query: { limit: 1 } }))
  if (!from.ready) return <PageSkeleton />
  return <Escalate from={from} />
}

interface Escalating {
  title: string
  asked: string
  background: string
  dueOn: string
  community: string | null
  manager: Choice[]
}

function Escalate({ from }: { from: Beginning }) {
  const t = useWords('sensing')
  const go = useGo()
  const draft = useWriting<Escalating>(`escalation ${from.inquiry ?? from.signal ?? from.community ?? 'new'}`, {
    title: from.title ?? '',
    asked: '',
    background: '',
    dueOn: inTwoWeeks(),
    community: from.community ?? null,
    manager: [],
  })
  const { manager, community, ...form } = draft.value
  const [unit = '', person = ''] = manager[0]?.id.split(' ') ?? []
  const { act, pending, error } = useAct(
    () =>
      api('POST /escalations', {
        body: {
          ...form,
          community: community ?? '',
          unit,
          manager: person,
          inquiry: from.inquiry ?? null,
          signal: from.signal ?? null,
        },
      }),
    async ({ id }) => {
      await draft.forget()
      go(paths.escalation(id), { replace: true })
      toast(t('escalate.done'))
    },
  )
  if (draft.pending) return <PageSkeleton />
  return (
    <WritePage
      title={t('escalate.title')}
      lead={t('escalate.lead')}
      good={{ title: t('escalate.goodTitle'), text: t('escalate.good') }}
      verb={t('escalate.action')}
      draft={draft}
      onSend={act}
      pending={pending}
      error={error}
    >
      {from.title && <p className={styles.soft}>{t('escalate.from', { title: from.title })}</p>}
      <CommunityField
        label={t('escalate.community')}
        value={community ?? undefined}
        onChange={(chosen) => draft.set({ community: chosen ?? null })}
        facilitated
        error={fieldError(error, 'community')}
      />
      <ManagerField
        value={manager}
        onChange={(chosen) => draft.set({ manager: chosen })}
        error={fieldError(error, 'manager') ?? fieldError(error, 'unit')}
      />
      <TextInput
        label={t('escalate.name')}
        description={t('escalate.nameHow')}
        value={form.title}
        onChange={(event) => draft.set({ title: event.currentTarget.value })}
        error={fieldError(error, 'title')}
        maxLength={200}
        required
      />
      {(['asked', 'background'] as const).map((part) => (
        <MarkdownEditor
          key={part}
          label={t(`escalate.${part}`)}
          description={t(`escalate.${part}How`)}
          value={form[part]}
          onChange={(text) => draft.set({ [part]: text })}
          error={fieldError(error, part)}
          preview={preview}
          {...(part === 'asked' && { rows: 5, required: true })}
        />
      ))}
      <TextInput
        type="date"
        label={t('escalate.dueOn')}
        value={form.dueOn}
        onChange={(event) => draft.set({ dueOn: event.currentTarget.value })}
        error={fieldError(error, 'dueOn')}
        required
        className={styles.start}
      />
    </WritePage>
  )
}

/** What the address says that it comes from: an inquiry, a signal, a community. */
type Beginning = ReturnType<typeof useBeginning>
function useBeginning() {
  const [{ inquiry, signal, community }] = useAddress()
  const asked = useQuery({
    ...query('GET /inquiries/{inquiry}', { params: { inquiry: inquiry ?? '' } }),
    enabled: inquiry !== undefined,
  })
  const seen = useQuery({
    ...query('GET /signals/{signal}', { params: { signal: signal ?? '' } }),
    enabled: signal !== undefined,
  })
  const places = asked.data?.communities.map(({ id }) => id)
  return {
    inquiry,
    signal,
    title: asked.data?.title ?? seen.data?.title,
    community: community ?? seen.data?.community?.id ?? (places?.length === 1 ? places[0] : undefined),
    ready: (!inquiry || !asked.isPending) && (!signal || !seen.isPending),
  }
}
