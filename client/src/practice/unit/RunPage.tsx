import { Button, Checkbox, Radio, Textarea } from '@mantine/core'
import type { Outcome } from '@mortar/contract/practice'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, api, query } from '#app/api.ts'
import { useLive } from '#app/live.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { fieldError, Form, Go, Mark, Page, Progress, Section, toast, UnitTag } from '#ui/index.ts'
import { useAct } from '../act/use-act.ts'
import { readAgain } from '../api.ts'
import styles from '../practice.module.css'

type Run = Answer<'GET /runs/{run}'>

/** A unit goes through a routine: steps by role, never by name, and a note at the end. */
export function RunPage({ params }: { params: { practice: string; run: string } }) {
  const t = useWords('practice')
  const when = useWhen()
  const asked = query('GET /runs/{run}', { params: { run: params.run } })
  const { data: run } = useSuspenseQuery(asked)
  useLive(`practice:${run.practice.id}`, [asked])
  const done = run.steps.filter(({ doneAt }) => doneAt).length
  return (
    <Page
      title={run.title || run.practice.title}
      above={<UnitTag name={run.unit.name} to={paths.whatWeRun(run.unit.id)} />}
      lead={
        <>
          <Go to={paths.practice(run.practice.id)}>{run.practice.title}</Go>{' '}
          {t('run.since', { day: when.day(run.startedAt), revision: run.revision })}
        </>
      }
    >
      <Progress label={t('run.progress')} value={done} of={run.steps.length} />
      <Section title={t('field.steps')}>
        <ol className={styles.run}>
          {run.steps.map((step) => (
            <StepLine key={step.step} run={run} step={step} />
          ))}
        </ol>
        <p className={styles.soft}>{t('run.byRole')}</p>
      </Section>
      {run.endedAt && (
        <Section title={t('run.endedOn', { day: when.day(run.endedAt) })}>
          {run.outcome ? <Mark kind={run.outcome}>{t(`outcome.${run.outcome}`)}</Mark> : <p>{t('run.stopped')}</p>}
          <p className={styles.said}>{run.note}</p>
        </Section>
      )}
      {run.may.end && <EndRun run={run.id} />}
    </Page>
  )
}

function StepLine({ run, step }: { run: Run; step: Run['steps'][number] }) {
  const t = useWords('practice')
  const when = useWhen()
  const client = useQueryClient()
  const params = { run: run.id, step: step.step }
  const [shown, setShown] = useState<boolean>()
  const change = async (done: boolean) => {
    setShown(done)
    try {
      await (done
        ? api('PUT /runs/{run}/steps/{step}', { params })
        : api('DELETE /runs/{run}/steps/{step}', { params }))
    } catch (error) {
      toast((error as Error).message)
    }
    await readAgain(client)
    setShown(undefined)
  }
  return (
    <li>
      <Checkbox
        checked={shown ?? step.doneAt !== null}
        disabled={!run.may.tick || (step.doneAt !== null && !step.mine)}
        onChange={(event) => void change(event.currentTarget.checked)}
        label={step.what}
        description={
          <>
            {step.role}
            {step.doneAt && <> · {t('run.doneAt', { time: when.time(step.doneAt) })}</>}
          </>
        }
      />
    </li>
  )
}

const choices = ['worked', 'partly', 'failed', 'stopped'] as const

function EndRun({ run }: { run: string }) {
  const t = useWords('practice')
  const [how, setHow] = useState<Outcome | 'stopped'>('worked')
  const [note, setNote] = useState('')
  const [different, setDifferent] = useState('')
  const { act, pending, error } = useAct(
    () =>
      api('PUT /runs/{run}/ending', {
        params: { run },
        body: { outcome: how === 'stopped' ? null : how, note, different },
      }),
    () => toast(t(how === 'stopped' ? 'run.stoppedDone' : 'run.endDone')),
  )
  return (
    <Section title={t('run.end')}>
      <Form
        onSubmit={act}
        error={error}
        actions={
          <Button type="submit" loading={pending}>
            {t('run.endAction')}
          </Button>
        }
      >
        <Radio.Group label={t('apply.outcome')} value={how} onChange={(value) => setHow(value as Outcome)}>
          {choices.map((each) => (
            <Radio key={each} value={each} label={each === 'stopped' ? t('run.stop') : t(`outcome.${each}`)} mt="xs" />
          ))}
        </Radio.Group>
        <Textarea
          label={t('run.note')}
          description={t('run.noteHow')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={fieldError(error, 'note')}
          required
          autosize
          minRows={3}
          maxLength={4000}
        />
        <Textarea
          label={t('apply.different')}
          description={t('apply.differentHow')}
          value={different}
          onChange={(event) => setDifferent(event.currentTarget.value)}
          autosize
          minRows={2}
          maxLength={4000}
        />
      </Form>
    </Section>
  )
}
