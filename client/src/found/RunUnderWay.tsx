import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { RunLine } from '@mortar/contract/network-discovery'
import { api, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { Progress, Refusal } from '#ui/index.ts'
import styles from './found.module.css'

/** How far a search is, how long it may take, and how to stop it. */
export function RunUnderWay({ run, mayStop }: { run: RunLine; mayStop: boolean }) {
  const t = useWords('found')
  const client = useQueryClient()
  const stopping = useMutation({
    mutationFn: () => api('DELETE /discovery/runs/{run}', { params: { run: run.id } }),
    onSettled: () => refresh(client, 'GET /discovery/runs'),
  })
  const { progress } = run
  return (
    <div className={styles.own}>
      {progress ? (
        <Progress label={t(`step.${progress.step}`)} value={Math.round(100 * progress.share)} of={100} />
      ) : (
        <p>{t('step.waiting')}</p>
      )}
      <div className={styles.acts}>
        <span className={styles.soft}>
          {progress?.secondsLeft != null && t('step.left', { seconds: progress.secondsLeft })}
        </span>
        {mayStop && (
          <Button variant="default" size="compact-md" onClick={() => stopping.mutate()} loading={stopping.isPending}>
            {t('step.stop')}
          </Button>
        )}
      </div>
      <Refusal error={stopping.error} />
    </div>
  )
}
