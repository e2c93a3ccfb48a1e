import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, query, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { Mark, Progress, Refusal } from '#ui/index.ts'
import type { Saved } from '../saved/saved.ts'
import styles from './server.module.css'

export const isUnderWay = ({ run }: Pick<Saved, 'run'>) => run?.state === 'waiting' || run?.state === 'running'

/** A saved experiment that is read again each second while the server carries it out. */
export const watched = (experiment: string) => ({
  ...query('GET /experiments/{experiment}', { params: { experiment } }),
  refetchInterval: ({ state }: { state: { data?: Saved | undefined } }) =>
    state.data && isUnderWay(state.data) ? 1000 : (false as const),
})

interface ServerRunProps {
  experiment: Saved
  /** What stands beside the acts once it is done. */
  children?: ReactNode
}

/** What the server makes of an experiment: how far it is, how to stop it, how to ask for it. */
export function ServerRun({ experiment, children }: ServerRunProps) {
  const t = useWords('lab')
  const client = useQueryClient()
  const { run, may } = experiment
  const params = { experiment: experiment.id }
  const again = () => refresh(client, 'GET /experiments/{experiment}', 'GET /experiments')
  const starting = useMutation({
    mutationFn: (on: 'today' | 'then') => api('POST /experiments/{experiment}/runs', { params, body: { on } }),
    onSettled: again,
  })
  const stopping = useMutation({
    mutationFn: () => api('DELETE /experiments/{experiment}/runs/{run}', { params: { ...params, run: run!.id } }),
    onSettled: again,
  })
  const isWhatIf = experiment.plan.interventions !== null
  return (
    <section className={styles.server} aria-label={t('server.title')}>
      <div className={styles.acts}>
        {may.run && (
          <Button
            variant={isWhatIf && run?.state !== 'done' ? 'filled' : 'default'}
            loading={starting.isPending}
            onClick={() => starting.mutate('today')}
          >
            {t(run?.state === 'done' ? (isWhatIf ? 'server.today' : 'server.again') : 'server.start')}
          </Button>
        )}
        {may.run && isWhatIf && run?.state === 'done' && (
          <Button variant="default" loading={starting.isPending} onClick={() => starting.mutate('then')}>
            {t('server.then')}
          </Button>
        )}
        {may.stop && (
          <Button variant="default" loading={stopping.isPending} onClick={() => stopping.mutate()}>
            {t('server.stop')}
          </Button>
        )}
        {children}
      </div>
      {/* Below the acts: it grows and shrinks as the run goes on, and nothing may move under a pointer. */}
      {run && <HowFar run={run} />}
      <Refusal error={starting.error ?? stopping.error} />
    </section>
  )
}

function HowFar({ run }: { run: NonNullable<Saved['run']> }) {
  const t = useWords('lab')
  const { state, progress, failure } = run
  if (state === 'failed') return <Mark kind="failed">{failure}</Mark>
  if (state === 'done')
    return (
      <p className={styles.soft}>
        {t('server.done', { runs: progress?.runs ?? 0, seconds: Math.ceil(progress?.seconds ?? 0) })}
      </p>
    )
  if (state === 'stopped') return <Mark kind="quiet">{t('server.stopped')}</Mark>
  if (!progress) return <p role="status">{t('server.waiting')}</p>
  return (
    <div className={styles.far}>
      <Progress label={t('server.running')} value={progress.runs} of={progress.mostRuns} />
      {progress.left !== null && (
        <span className={styles.soft}>{t('run.left', { seconds: Math.max(1, Math.round(progress.left)) })}</span>
      )}
    </div>
  )
}
