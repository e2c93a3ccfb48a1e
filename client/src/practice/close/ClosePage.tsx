import { Button, Radio } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type Answer, api, ApiRefusal, query, refresh } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { DraftForm } from '#draft/DraftForm.tsx'
import { useWriting } from '#draft/use-writing.ts'
import { CommunityFrame } from '#community/CommunityFrame.tsx'
import { useCommunity } from '#community/use-community.ts'
import { searchPeople, writing } from '#inquiry/api.ts'
import { type Choice, fieldError, MarkdownEditor, PageSkeleton, PersonChip, Picker, Section, useGo } from '#ui/index.ts'
import { readAgain } from '../api.ts'
import styles from '../practice.module.css'

type Living = Answer<'GET /communities/{community}/handover'>['items'][number]
/** The new steward, or that it is retired. */
type Fate = { retire: boolean; steward: Choice[] }

/** Closes a community with honour: a note that stays, and for each practice a new steward or its retirement. */
export function ClosePage({ params }: { params: { community: string } }) {
  const t = useWords('practice')
  const go = useGo()
  const client = useQueryClient()
  const community = useCommunity(params.community)
  const { data } = useSuspenseQuery(
    query('GET /communities/{community}/handover', { params: { community: community.id } }),
  )
  const current = data.items.filter(({ state }) => state === 'current')
  const unfinished = data.items.length - current.length
  const draft = useWriting(`ending ${community.id}`, { note: '', fates: {} as Record<string, Fate> })
  const { note, fates } = draft.value
  const fateOf = (practice: Living): Fate =>
    fates[practice.id] ?? {
      retire: false,
      steward: practice.steward && !practice.needsSteward ? [practice.steward] : [],
    }
  const closing = useMutation({
    mutationFn: () =>
      api('PUT /communities/{community}/ending', {
        params: { community: community.id },
        body: {
          note,
          practices: current.flatMap((practice): { practice: string; steward: string | null }[] => {
            const { retire, steward } = fateOf(practice)
            if (retire) return [{ practice: practice.id, steward: null }]
            return steward[0] ? [{ practice: practice.id, steward: steward[0].id }] : []
          }),
        },
      }),
    onSuccess: async () => {
      await draft.forget()
      await Promise.all([
        readAgain(client),
        refresh(client, 'GET /communities/{community}', 'GET /communities/{community}/home', 'GET /communities'),
      ])
      go(paths.community(community.slug), { replace: true })
    },
  })
  const error = closing.error instanceof ApiRefusal ? closing.error : undefined
  if (draft.pending) return <PageSkeleton />
  return (
    <CommunityFrame community={community}>
      <Section title={t('close.title')}>
        <p className={styles.said}>{t('close.lead')}</p>
        <DraftForm
          draft={draft}
          onSubmit={() => closing.mutate()}
          error={error}
          actions={
            <>
              <Button type="submit" loading={closing.isPending}>
                {t('close.action')}
              </Button>
              <Button variant="default" onClick={draft.cancel(() => go(paths.community(community.slug)))}>
                {t('cancel')}
              </Button>
            </>
          }
        >
          <MarkdownEditor
            label={t('close.note')}
            description={t('close.noteHow')}
            value={note}
            onChange={(text) => draft.set({ note: text })}
            error={fieldError(error, 'note')}
            required
            {...writing}
          />
          {current.map((practice) => (
            <PracticeFate
              key={practice.id}
              practice={practice}
              fate={fateOf(practice)}
              error={error?.code === 'practice.handOverIncomplete' ? t('close.missing') : undefined}
              onChange={(fate) => draft.set({ fates: { ...fates, [practice.id]: fate } })}
            />
          ))}
          {unfinished > 0 && <p className={styles.soft}>{t('close.unfinished', { count: unfinished })}</p>}
        </DraftForm>
      </Section>
    </CommunityFrame>
  )
}

interface FateProps {
  practice: Living
  fate: Fate
  /** Shown where nobody was chosen. */
  error: string | undefined
  onChange: (fate: Fate) => void
}

function PracticeFate({ practice, fate, error, onChange }: FateProps) {
  const t = useWords('practice')
  return (
    <Radio.Group
      label={practice.title}
      value={fate.retire ? 'retire' : 'keep'}
      onChange={(value) => onChange({ ...fate, retire: value === 'retire' })}
    >
      <Radio value="keep" label={t('close.keep')} mt="xs" />
      {!fate.retire && fate.steward[0] && (
        <p className={styles.under}>
          <PersonChip name={fate.steward[0].name} />
          <Button variant="subtle" size="compact-sm" onClick={() => onChange({ ...fate, steward: [] })}>
            {t('close.another')}
          </Button>
        </p>
      )}
      {!fate.retire && !fate.steward[0] && (
        <Picker
          label={t('steward.who')}
          value={[]}
          onChange={(steward) => onChange({ ...fate, steward })}
          search={searchPeople}
          max={1}
          error={error}
        />
      )}
      <Radio value="retire" label={t('close.retire')} mt="xs" />
    </Radio.Group>
  )
}
