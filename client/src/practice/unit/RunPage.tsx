import { Button, Checkbox, Radio, Textarea } from '@mantine/core'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, api, query } from '#app/api.ts'
import { useLive } from '#app/live.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { DraftForm } from '#draft/DraftForm.tsx'
import { useWriting } from '#draft/use-writing.ts'
import { fieldError, Go, ListSkeleton, Mark, Page, Progress, Section, toast, UnitTag } from '#ui/index.ts'
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

interface Ending {
  /** Not chosen for anybody: how it went is evidence. */
  how: (typeof choices)[number] | null
  note: string
  different: string
}

function EndRun({ run }: { run: string }) {
  const t = useWords('practice')
  const draft = useWriting<Ending>(`run ${run}`, { how: null, note: '', different: '' })
  const { how, note, different } = draft.value
  const { act, pending, error } = useAct(
    () =>
      api('PUT /runs/{run}/ending', {
        params: { run },
        body: { outcome: how === 'stopped' ? null : how, note, different },
      }),
    async () => {
      await draft.forget()
      toast(t(how === 'stopped' ? 'run.stoppedDone' : 'run.endDone'))
    },
  )
  if (draft.pending) return <ListSkeleton lines={3} />
  return (
    <Section title={t('run.end')}>
      <DraftForm
        draft={draft}
        onSubmit={act}
        error={error}
        actions={
          <Button type="submit" loading={pending} disabled={how === null}>
            {t('run.endAction')}
          </Button>
        }
      >
        <Radio.Group
          label={t('apply.outcome')}
          value={how}
          onChange={(value) => draft.set({ how: value as Ending['how'] })}
          required
        >
          {choices.map((each) => (
            <Radio key={each} value={each} label={each === 'stopped' ? t('run.stop') : t(`outcome.${each}`)} mt="xs" />
          ))}
        </Radio.Group>
        <Textarea
          label={t('run.note')}
          description={t('run.noteHow')}
          value={note}
          onChange={(event) => draft.set({ note: event.currentTarget.value })}
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
          onChange={(event) => draft.set({ different: event.currentTarget.value })}
          autosize
          minRows={2}
          maxLength={4000}
        />
      </DraftForm>
    </Section>
  )
}
