import type { PulseQuestions } from '@mortar/contract/measurement-pulse'
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ApiRefusal, query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, Form, Go, Page, PageSkeleton, Section } from '#ui/index.ts'
import { type Draft, forgetDraft, keepDraft, readDraft } from './draft.ts'
import styles from './pulse.module.css'
import { Question } from './Question.tsx'
import { readAgain } from './read-again.ts'

/** The questions of one wave. What is chosen stays in this tab until it is sent. */
export function AnswerPage({ params }: { params: { wave: string } }) {
  const t = useWords('measurement')
  // Once: what somebody is choosing must not vanish because the wave closed meanwhile.
  const { data, error, isPending } = useQuery({
    ...query('GET /pulse/waves/{wave}', { params }),
    staleTime: Infinity,
    retry: false,
  })
  if (isPending) return <PageSkeleton />
  if (error instanceof ApiRefusal && error.status === 410) return <Closed wave={params.wave} />
  if (error) throw error
  return <Asked wave={data} title={data.community?.name ?? t('pulse.wholeName')} />
}

function Closed({ wave }: { wave: string }) {
  const t = useWords('measurement')
  const [kept, setKept] = useState(() => Object.keys(readDraft(wave)).length > 0)
  return (
    <Page title={t('pulse.closedTitle')} above={<Go to={paths.pulse()}>{t('pulse.title')}</Go>}>
      <EmptyState
        title={t('pulse.closedWhat')}
        action={
          kept && (
            <Button
              variant="default"
              onClick={() => {
                forgetDraft(wave)
                setKept(false)
              }}
            >
              {t('pulse.forget')}
            </Button>
          )
        }
      >
        {t(kept ? 'pulse.closedKept' : 'pulse.closedHow')}
      </EmptyState>
    </Page>
  )
}

function Asked({ wave, title }: { wave: PulseQuestions; title: string }) {
  const t = useWords('measurement')
  const when = useWhen()
  const client = useQueryClient()
  const [draft, setDraft] = useState<Draft>(() => readDraft(wave.id))
  const choose = (question: string, step: number) => {
    const next = { ...draft, [question]: step }
    setDraft(next)
    keepDraft(wave.id, next)
  }
  const all = wave.themes.flatMap(({ theme, questions }) => questions.map((_, at) => `${theme} ${at}`))
  const open = all.filter((question) => draft[question] === undefined).length
  const sending = useMutation({
    mutationFn: () =>
      api('POST /pulse/waves/{wave}/answers', { params: { wave: wave.id }, body: { answers: answersOf(wave, draft) } }),
    onSuccess: async () => {
      forgetDraft(wave.id)
      await readAgain(client)
    },
  })
  if (sending.isSuccess) return <Thanks />
  return (
    <Page
      title={t('pulse.answerTitle', { name: title })}
      above={
        <Go to={wave.community ? paths.communityPulse(wave.community.slug) : paths.pulse()}>{t('pulse.title')}</Go>
      }
      lead={t('pulse.answerLead', { day: when.day(wave.closes), count: all.length })}
    >
      <Form
        onSubmit={() => sending.mutate()}
        error={sending.error}
        actions={
          <>
            <Button type="submit" loading={sending.isPending} disabled={open > 0}>
              {t('pulse.send')}
            </Button>
            <span className={styles.soft} role="status">
              {open > 0 ? t('pulse.toGo', { count: open }) : t('pulse.once')}
            </span>
          </>
        }
      >
        {wave.themes.map(({ theme, name, meaning, questions, source }) => (
          <Section key={theme} title={name}>
            <p className={styles.soft} data-no-words>
              {meaning}
            </p>
            {questions.map((words, at) => (
              <Question
                key={words}
                name={`${theme} ${at}`}
                words={words}
                value={draft[`${theme} ${at}`]}
                onChange={(step) => choose(`${theme} ${at}`, step)}
              />
            ))}
            <p className={styles.soft} data-no-words>
              {source}
            </p>
          </Section>
        ))}
      </Form>
    </Page>
  )
}

const answersOf = ({ themes }: PulseQuestions, draft: Draft) =>
  Object.fromEntries(themes.map(({ theme, questions }) => [theme, questions.map((_, at) => draft[`${theme} ${at}`]!)]))

function Thanks() {
  const t = useWords('measurement')
  return (
    <Page title={t('pulse.thanks')}>
      <EmptyState
        title={t('pulse.arrived')}
        action={
          <Button component={Go} to={paths.pulse()} variant="default">
            {t('pulse.back')}
          </Button>
        }
      >
        {t('pulse.arrivedHow')}
      </EmptyState>
    </Page>
  )
}
