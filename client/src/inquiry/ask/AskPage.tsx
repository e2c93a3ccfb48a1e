import { Button, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api, ApiRefusal, refresh } from '#app/api.ts'
import { useMe } from '#app/me.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { fieldError, MarkdownEditor, Page, PageSkeleton, toast, useAddress, useGo } from '#ui/index.ts'
import { readAgain, writing } from '../api.ts'
import { DraftForm } from '#draft/DraftForm.tsx'
import { useWriting, type Writing } from '#draft/use-writing.ts'
import { Context, type Asking } from './Context.tsx'
import { Known } from './Known.tsx'
import { placesByIds } from './places.ts'

const empty: Asking = { title: '', body: '', communities: [], topics: [], unit: undefined, problemKind: '' }

/** Asking, with what may already be known beside it. What is typed is kept. */
export function AskPage() {
  const t = useWords('inquiry')
  const go = useGo()
  const client = useQueryClient()
  const [from] = useAddress()
  const draft = useWriting('ask', empty)
  const asking = draft.value
  useBeginning(draft)
  const unit = useUnit(asking)
  const sending = useMutation({
    mutationFn: () =>
      api('POST /inquiries', {
        body: { ...asking, unit, problemKind: asking.problemKind.trim() || null },
      }),
    onSuccess: async ({ id }) => {
      await draft.forget()
      await linkSignal(id)
      await readAgain(client)
      go(paths.inquiry(id), { replace: true })
      toast(t('ask.done'))
    },
  })
  // The signal that somebody came from becomes this inquiry, once it is asked and not before.
  const linkSignal = async (inquiry: string) => {
    if (!from.signal || !from.why) return
    await api('PUT /signals/{signal}/triage', {
      params: { signal: from.signal },
      body: { outcome: 'inquiry', reason: from.why, inquiry },
    }).catch((refused: Error) => toast(t('ask.signalKept', { why: refused.message })))
    await refresh(client, 'GET /signals', 'GET /signals/{signal}')
  }
  const error = sending.error instanceof ApiRefusal ? sending.error : undefined
  // Beside the form, or right under the sentence where there is no room beside it.
  const narrow = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false })
  if (draft.pending) return <PageSkeleton />
  const known = <Known title={asking.title} body={asking.body} communities={asking.communities} />
  return (
    <Page title={t('ask.title')} lead={t('ask.lead')} side={narrow ? undefined : known}>
      <DraftForm
        draft={draft}
        onSubmit={() => sending.mutate()}
        error={error}
        actions={
          <Button type="submit" loading={sending.isPending}>
            {t('ask.action')}
          </Button>
        }
      >
        <TextInput
          label={t('ask.problem')}
          description={t('ask.problemHow')}
          value={asking.title}
          onChange={(event) => draft.set({ title: event.currentTarget.value })}
          error={fieldError(error, 'title')}
          maxLength={300}
          required
          autoFocus
        />
        {narrow && known}
        <MarkdownEditor
          label={t('ask.body')}
          description={t('ask.bodyHow')}
          value={asking.body}
          onChange={(body) => draft.set({ body })}
          error={fieldError(error, 'body')}
          {...writing}
        />
        <Context asking={{ ...asking, unit }} set={draft.set} error={error} />
      </DraftForm>
    </Page>
  )
}

/** Begins where the address says: a title from the ask box, a community from its home. */
function useBeginning({ pending, value, set }: Writing<Asking>) {
  const t = useWords('inquiry')
  const [{ title, community, signal, why }] = useAddress()
  useQuery({
    queryKey: ['places of the draft', value.communities.join()],
    queryFn: () => placesByIds(value.communities),
    staleTime: Infinity,
    enabled: value.communities.length > 0,
  })
  useEffect(() => {
    if (pending) return
    set({
      ...(title && { title }),
      ...(signal &&
        value.body === '' && {
          body: `${why ?? ''}\n\n${t('ask.fromSignal', { title: (title ?? '').replaceAll(/[[\]]/g, ''), address: paths.signal(signal) })}`,
        }),
      ...(community && !value.communities.includes(community) && { communities: [community] }),
    })
    // Once, when the kept draft has arrived: afterwards the page is the person's.
  }, [pending, title, community, signal])
}

/** The unit that the problem is in: one's own until another is chosen, none when that is chosen. */
function useUnit({ unit }: Asking): string | null {
  const { data: me } = useMe()
  if (unit !== undefined) return unit
  return me?.units.find(({ role }) => role === 'works')?.id ?? null
}
