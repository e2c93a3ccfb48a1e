import { Button } from '@mantine/core'
import type { PracticeText } from '@mortar/contract/practice'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, api, ApiRefusal, query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, Form, Go, Page, Section, toast, useGo } from '#ui/index.ts'
import { type Practice, practiceQuery, readAgain, type Revision } from '../api.ts'
import { TextDiff } from '../history/TextDiff.tsx'
import { Conflict } from './Conflict.tsx'
import { TextFields } from './TextFields.tsx'
import { together } from './together.ts'
import { textOf } from './use-beginning.ts'

type Change = Answer<'GET /practices/{practice}/changes'>['items'][number]

/** A change that is older than the text that holds: a steward sees both, puts them together, and its author stays the author. */
export function TakeChangePage({ params }: { params: { practice: string; change: string } }) {
  const t = useWords('practice')
  const { data: practice } = useSuspenseQuery(practiceQuery(params.practice))
  const { data: changes } = useSuspenseQuery(
    query('GET /practices/{practice}/changes', { params: { practice: practice.id } }),
  )
  const [change] = useState(() => changes.items.find(({ id }) => id === params.change))
  const back = <Go to={paths.revisions(practice.id)}>{t('changes.back')}</Go>
  if (!change || !practice.may.steward || change.state !== 'waiting')
    return (
      <Page title={practice.title} above={back}>
        <EmptyState title={t('changes.over')}>{t('changes.overHow')}</EmptyState>
      </Page>
    )
  return (
    <Page title={t('changes.together', { title: practice.title })} above={back}>
      <Together practice={practice} change={change} />
    </Page>
  )
}

function Together({ practice, change }: { practice: Practice; change: Change }) {
  const t = useWords('practice')
  const { data: from } = useSuspenseQuery(
    query('GET /practices/{practice}/revisions/{revision}', {
      params: { practice: practice.id, revision: change.base },
    }),
  )
  const [newest, setNewest] = useState<Revision>(practice.text)
  const base = textOf(from)
  const begun = together({ base, change: change.content, newest: textOf(newest) })
  const [text, setText] = useState(begun.text)
  const name = change.by?.name ?? t('somebody')
  const both = begun.both.map((part) => t(`field.${part}`)).join(', ')
  return (
    <>
      <p>{t('changes.togetherHow', { name, base: change.base, revision: newest.revision })}</p>
      <Section title={t('changes.theirs', { name })}>
        <TextDiff before={base} after={change.content} />
      </Section>
      <Section title={t('changes.meanwhile', { base: change.base })}>
        <TextDiff before={base} after={textOf(newest)} />
      </Section>
      {both && <p role="note">{t('changes.both', { parts: both, name })}</p>}
      <Section title={t('changes.outcome', { revision: newest.revision + 1 })}>
        <Take practice={practice} change={change} newest={newest} onNewer={setNewest} text={text} setText={setText} />
      </Section>
    </>
  )
}

interface TakeProps {
  practice: Practice
  change: Change
  newest: Revision
  onNewer: (newest: Revision) => void
  text: PracticeText
  setText: (text: PracticeText) => void
}

function Take({ practice, change, newest, onNewer, text, setText }: TakeProps) {
  const t = useWords('practice')
  const go = useGo()
  const client = useQueryClient()
  const taking = useMutation({
    mutationFn: () =>
      api('PUT /practices/{practice}/changes/{change}/decision', {
        params: { practice: practice.id, change: change.id },
        body: { taken: true, reason: '', together: { ...text, base: newest.revision } },
      }),
    onSuccess: async () => {
      await readAgain(client)
      go(paths.practice(practice.id), { replace: true })
      toast(t('changes.takenDone'))
    },
  })
  const error = taking.error instanceof ApiRefusal ? taking.error : undefined
  const theirs = error?.status === 409 ? (error.current as Revision | undefined) : undefined
  const goOn = () => {
    onNewer(theirs!)
    taking.reset()
  }
  return (
    <>
      {theirs && <Conflict theirs={theirs} mine={text} onGoOn={goOn} onTake={setText} />}
      <Form
        onSubmit={() => taking.mutate()}
        error={error}
        actions={
          <Button type="submit" loading={taking.isPending}>
            {t('changes.take')}
          </Button>
        }
      >
        <TextFields text={text} kind={practice.kind} set={(part) => setText({ ...text, ...part })} error={error} />
      </Form>
    </>
  )
}
