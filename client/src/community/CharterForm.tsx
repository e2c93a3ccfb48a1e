import { Button, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ApiRefusal, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { DraftForm } from '#draft/DraftForm.tsx'
import { useWriting } from '#draft/use-writing.ts'
import { fieldError, ListSkeleton, Section, toast } from '#ui/index.ts'
import { CharterConflict } from './CharterConflict.tsx'
import { type Charter, texts, textOf } from './CharterDiff.tsx'
import type { Community } from './use-community.ts'

/** Writes the next version of the charter; when somebody was quicker, both texts are in sight before anything is saved. */
export function CharterForm({ community, onDone }: { community: Community; onDone: () => void }) {
  const t = useWords('community')
  const client = useQueryClient()
  const { charter } = community
  // The version that this text was written from, whatever the page has read since.
  const draft = useWriting(`charter ${community.id}`, { ...textOf(charter), note: '', base: charter.version })
  const written = draft.value
  const writing = useMutation({
    mutationFn: () =>
      api('PUT /communities/{community}/charter', {
        params: { community: community.id },
        body: { ...written, reviewOn: written.reviewOn || null },
      }),
    onSuccess: async ({ version }) => {
      await draft.forget()
      toast(t('charter.saved', { version }))
      onDone()
    },
    onSettled: () =>
      refresh(
        client,
        'GET /communities/{community}',
        'GET /communities/{community}/home',
        'GET /communities/{community}/charters',
      ),
  })
  const error = writing.error instanceof ApiRefusal ? writing.error : undefined
  const theirs = error?.status === 409 ? (error.current as Charter | undefined) : undefined
  const goOn = () => {
    draft.set({ base: theirs!.version })
    writing.reset()
  }
  const take = () => {
    draft.set(textOf(theirs!))
    goOn()
  }
  const set = (field: Exclude<keyof typeof written, 'base'>) => ({
    value: written[field],
    onChange: (event: { currentTarget: { value: string } }) => draft.set({ [field]: event.currentTarget.value }),
    error: fieldError(error, field),
  })
  if (draft.pending) return <ListSkeleton lines={6} />
  return (
    <Section title={t('charter.write')}>
      {theirs && <CharterConflict theirs={theirs} mine={written} onGoOn={goOn} onTake={take} />}
      <DraftForm
        draft={draft}
        onSubmit={() => writing.mutate()}
        error={error}
        actions={
          <>
            <Button type="submit" loading={writing.isPending}>
              {t('charter.save')}
            </Button>
            <Button variant="default" onClick={draft.cancel(onDone)}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <TextInput {...set('domain')} label={t('field.domain')} description={t('field.domainHow')} required />
        {texts.map((part) => (
          <Textarea key={part} {...set(part)} label={t(`field.${part}`)} autosize minRows={2} maxLength={4000} />
        ))}
        <TextInput {...set('reviewOn')} type="date" label={t('charter.review')} w={220} />
        <TextInput {...set('note')} label={t('charter.note')} description={t('charter.noteHow')} maxLength={500} />
      </DraftForm>
    </Section>
  )
}
