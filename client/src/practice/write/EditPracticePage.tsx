import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { api, ApiRefusal } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { DraftForm } from '#draft/DraftForm.tsx'
import { useWriting } from '#draft/use-writing.ts'
import { fieldError, Page, PageSkeleton, toast, useGo } from '#ui/index.ts'
import { practiceQuery, readAgain, type Revision } from '../api.ts'
import { Conflict } from './Conflict.tsx'
import { TextFields } from './TextFields.tsx'
import { textOf } from './use-beginning.ts'

/** Writes the next revision; who is no steward proposes it. When somebody was quicker, both texts are in sight. */
export function EditPracticePage({ params }: { params: { practice: string } }) {
  const t = useWords('practice')
  const go = useGo()
  const client = useQueryClient()
  const { data: practice } = useSuspenseQuery(practiceQuery(params.practice))
  const draft = useWriting(`practice ${practice.id} edit`, {
    ...textOf(practice.text),
    base: practice.text.revision,
    note: '',
  })
  const { base, note, ...text } = draft.value
  const direct = practice.may.revise
  const body = { ...text, base, note }
  const saving = useMutation({
    mutationFn: async () => {
      if (direct) await api('PUT /practices/{practice}/text', { params, body })
      else await api('POST /practices/{practice}/changes', { params, body })
    },
    onSuccess: async () => {
      await draft.forget()
      await readAgain(client)
      go(paths.practice(practice.id), { replace: true })
      toast(t(direct ? 'edit.done' : 'edit.proposed'))
    },
  })
  const error = saving.error instanceof ApiRefusal ? saving.error : undefined
  const theirs = error?.status === 409 ? (error.current as Revision | undefined) : undefined
  const goOn = () => {
    draft.set({ base: theirs!.revision })
    saving.reset()
  }
  if (draft.pending) return <PageSkeleton />
  return (
    <Page
      title={t(direct ? 'edit.title' : 'edit.suggest', { title: practice.title })}
      lead={t(direct ? 'edit.lead' : 'edit.suggestLead')}
    >
      {theirs && theirs.revision > base && <Conflict theirs={theirs} mine={text} onGoOn={goOn} onTake={draft.set} />}
      <DraftForm
        draft={draft}
        onSubmit={() => saving.mutate()}
        error={error}
        actions={
          <>
            <Button type="submit" loading={saving.isPending}>
              {t(direct ? 'edit.save' : 'edit.suggestAction')}
            </Button>
            <Button variant="default" onClick={draft.cancel(() => go(paths.practice(practice.id)))}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <TextFields text={text} kind={practice.kind} set={draft.set} error={error} />
        <TextInput
          label={t('edit.note')}
          description={t('edit.noteHow')}
          value={note}
          onChange={(event) => draft.set({ note: event.currentTarget.value })}
          error={fieldError(error, 'note')}
          maxLength={500}
          required={!direct}
        />
      </DraftForm>
    </Page>
  )
}
