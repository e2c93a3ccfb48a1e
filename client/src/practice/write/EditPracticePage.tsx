import { Button, TextInput } from '@mantine/core'
import type { PracticeText } from '@mortar/contract/practice'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ApiRefusal } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { fieldError, Form, Page, toast, useGo } from '#ui/index.ts'
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
  const [base, setBase] = useState(practice.text.revision)
  const [text, setText] = useState<PracticeText>(() => textOf(practice.text))
  const [note, setNote] = useState('')
  const direct = practice.may.revise
  const body = { ...text, base, note }
  const saving = useMutation({
    mutationFn: async () => {
      if (direct) await api('PUT /practices/{practice}/text', { params, body })
      else await api('POST /practices/{practice}/changes', { params, body })
    },
    onSuccess: async () => {
      await readAgain(client)
      go(paths.practice(practice.id), { replace: true })
      toast(t(direct ? 'edit.done' : 'edit.proposed'))
    },
  })
  const error = saving.error instanceof ApiRefusal ? saving.error : undefined
  const theirs = error?.status === 409 ? (error.current as Revision | undefined) : undefined
  const goOn = () => {
    setBase(theirs!.revision)
    saving.reset()
  }
  return (
    <Page
      title={t(direct ? 'edit.title' : 'edit.suggest', { title: practice.title })}
      lead={t(direct ? 'edit.lead' : 'edit.suggestLead')}
    >
      {theirs && theirs.revision > base && <Conflict theirs={theirs} mine={text} onGoOn={goOn} onTake={setText} />}
      <Form
        onSubmit={() => saving.mutate()}
        error={error}
        actions={
          <>
            <Button type="submit" loading={saving.isPending}>
              {t(direct ? 'edit.save' : 'edit.suggestAction')}
            </Button>
            <Button variant="default" onClick={() => go(paths.practice(practice.id))}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <TextFields
          text={text}
          kind={practice.kind}
          set={(change) => setText((before) => ({ ...before, ...change }))}
          error={error}
        />
        <TextInput
          label={t('edit.note')}
          description={t('edit.noteHow')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={fieldError(error, 'note')}
          maxLength={500}
          required={!direct}
        />
      </Form>
    </Page>
  )
}
