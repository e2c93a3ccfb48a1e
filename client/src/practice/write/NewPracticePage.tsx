import { Button, Radio, Select, TextInput } from '@mantine/core'
import type { PracticeKind, PracticeText } from '@mortar/contract/practice'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, ApiRefusal, query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { DraftForm } from '#draft/DraftForm.tsx'
import { useWriting } from '#draft/use-writing.ts'
import { type Choice, EmptyState, fieldError, Go, Page, PageSkeleton, toast, useAddress, useGo } from '#ui/index.ts'
import { readAgain } from '../api.ts'
import { kinds } from '../kinds.ts'
import styles from '../practice.module.css'
import { emptyText } from './empty-text.ts'
import { TextFields } from './TextFields.tsx'
import { TopicsField } from './TopicsField.tsx'
import { type Beginning, useBeginning } from './use-beginning.ts'

interface Writing extends PracticeText {
  kind: PracticeKind
  community: string
  context: string
  topics: Choice[]
}

const empty: Writing = { ...emptyText, kind: 'method', community: '', context: '', topics: [] }

/** Writes a practice: out of an inquiry, as a variant of another one, or from what somebody knows. */
export function NewPracticePage() {
  const [{ inquiry, variantOf, community }] = useAddress()
  const { data: mine } = useQuery(query('GET /communities', { query: { mine: 'true', limit: 100 } }))
  const beginning = useBeginning({ inquiry, variantOf })
  if (!mine || beginning === 'waiting') return <PageSkeleton />
  const open = mine.items.filter(({ closed }) => !closed)
  return <Write beginning={beginning} communities={open} chosen={community} />
}

interface WriteProps {
  beginning: Beginning
  communities: readonly { id: string; name: string }[]
  chosen: string | undefined
}

function Write({ beginning, communities, chosen }: WriteProps) {
  const t = useWords('practice')
  const go = useGo()
  const client = useQueryClient()
  const { inquiry, parent } = beginning
  const start = startOf(beginning, chosen ?? communities[0]?.id)
  const draft = useWriting(`practice ${inquiry?.id ?? parent?.id ?? 'new'}`, start)
  const { kind, community, context, topics, ...text } = draft.value
  const saving = useMutation({
    mutationFn: () =>
      api('POST /practices', {
        body: {
          ...text,
          steps: kind === 'routine' ? text.steps : [],
          kind,
          community,
          topics: topics.map(({ id }) => id),
          ...(inquiry && { from: { inquiry: inquiry.id, contributions: beginning.contributions } }),
          ...(parent && { variantOf: { practice: parent.id, context } }),
        },
      }),
    onSuccess: async ({ id }) => {
      await draft.forget()
      await readAgain(client)
      go(paths.practice(id), { replace: true })
      toast(t('write.done'))
    },
  })
  const error = saving.error instanceof ApiRefusal ? saving.error : undefined
  if (draft.pending) return <PageSkeleton />
  const title = t(inquiry ? 'write.distil' : parent ? 'write.adapt' : 'write.new')
  if (communities.length === 0) {
    return (
      <Page title={title}>
        <EmptyState
          title={t('write.noCommunity')}
          action={
            <Button component={Go} to={paths.communities()}>
              {t('write.findCommunity')}
            </Button>
          }
        >
          {t('write.noCommunityHow')}
        </EmptyState>
      </Page>
    )
  }
  return (
    <Page title={title} lead={t('write.lead')}>
      {inquiry && (
        <p className={styles.soft}>
          {t('write.from')} <Go to={paths.inquiry(inquiry.id)}>{inquiry.title}</Go>
        </p>
      )}
      {parent && (
        <p className={styles.soft}>
          {t('write.adapted')} <Go to={paths.practice(parent.id)}>{parent.title}</Go>
        </p>
      )}
      <DraftForm
        draft={draft}
        onSubmit={() => saving.mutate()}
        error={error}
        actions={
          <Button type="submit" loading={saving.isPending}>
            {t('write.save')}
          </Button>
        }
      >
        <Select
          label={t('write.community')}
          data={communities.map(({ id, name }) => ({ value: id, label: name }))}
          value={community || null}
          onChange={(value) => value && draft.set({ community: value, topics: [] })}
          error={fieldError(error, 'community')}
          required
        />
        {parent && (
          <TextInput
            label={t('write.context')}
            description={t('write.contextHow')}
            value={context}
            onChange={(event) => draft.set({ context: event.currentTarget.value })}
            error={fieldError(error, 'variantOf.context')}
            maxLength={300}
            required
          />
        )}
        <Radio.Group
          label={t('write.kind')}
          value={kind}
          onChange={(value) => draft.set({ kind: value as PracticeKind })}
          required
        >
          {kinds.map((each) => (
            <Radio key={each} value={each} label={t(`kind.${each}`)} description={t(`kindHow.${each}`)} mt="xs" />
          ))}
        </Radio.Group>
        {community && (
          <TopicsField
            key={community}
            community={community}
            value={topics}
            onChange={(chosen) => draft.set({ topics: chosen })}
          />
        )}
        <TextFields text={text} kind={kind} set={draft.set} error={error} />
      </DraftForm>
    </Page>
  )
}

/** Where the writing starts, unless the person kept something before. */
const startOf = ({ text, kind = empty.kind }: Beginning, community = ''): Writing => ({
  ...empty,
  ...text,
  kind,
  community,
})
