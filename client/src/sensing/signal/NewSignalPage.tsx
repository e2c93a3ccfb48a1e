import { Button, Textarea, TextInput } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { api, query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { DraftForm } from '#draft/DraftForm.tsx'
import { useWriting } from '#draft/use-writing.ts'
import { fieldError, Page, PageSkeleton, toast, useAddress, useGo } from '#ui/index.ts'
import { CommunityField } from '../CommunityField.tsx'
import { useAct } from '../use-act.ts'

/** Tells of something from outside; a bookmark of the browser opens this page with title and address. */
export function NewSignalPage() {
  const t = useWords('sensing')
  const go = useGo()
  const [from] = useAddress()
  const { data } = useSuspenseQuery(query('GET /signals'))
  const { addFor, addForAll } = data.may
  const only = addFor.length === 1 && !addForAll ? addFor[0]!.id : undefined
  // What the browser's bookmark brings is another signal than the one begun before.
  const brought = from.url ?? from.title ?? from.community ?? 'new'
  const draft = useWriting(`signal ${brought.slice(0, 160)}`, {
    community: from.community ?? only ?? null,
    title: (from.title ?? '').slice(0, 300),
    link: from.url ?? '',
    summary: '',
  })
  const { community, title, link, summary } = draft.value
  const { act, pending, error } = useAct(
    () =>
      api('POST /signals', {
        body: { community: community === 'all' ? null : (community ?? ''), title, link: link || null, summary },
      }),
    async ({ id, known }) => {
      await draft.forget()
      go(paths.signal(id), { replace: true })
      toast(t(known ? 'newSignal.known' : 'newSignal.done'))
    },
  )
  if (draft.pending) return <PageSkeleton />
  return (
    <Page title={t('newSignal.title')} lead={t('newSignal.lead')}>
      <DraftForm
        draft={draft}
        onSubmit={act}
        error={error}
        actions={
          <Button type="submit" loading={pending}>
            {t('newSignal.action')}
          </Button>
        }
      >
        <CommunityField
          label={t('newSignal.community')}
          value={community ?? undefined}
          onChange={(chosen) => draft.set({ community: chosen ?? null })}
          everybody={addForAll ? t('newSignal.everybody') : undefined}
          error={fieldError(error, 'community')}
        />
        <TextInput
          label={t('newSignal.name')}
          value={title}
          onChange={(event) => draft.set({ title: event.currentTarget.value })}
          error={fieldError(error, 'title')}
          maxLength={300}
          required
        />
        <TextInput
          type="url"
          label={t('newSignal.link')}
          description={t('newSignal.linkHow')}
          value={link}
          onChange={(event) => draft.set({ link: event.currentTarget.value })}
          error={fieldError(error, 'link')}
          maxLength={2000}
        />
        <Textarea
          label={t('newSignal.summary')}
          description={t('newSignal.summaryHow')}
          value={summary}
          onChange={(event) => draft.set({ summary: event.currentTarget.value })}
          error={fieldError(error, 'summary')}
          autosize
          minRows={3}
          maxLength={4000}
        />
      </DraftForm>
    </Page>
  )
}
