import { Button } from '@mantine/core'
import { IconServer } from '@tabler/icons-react'
import type { Experiment, Model } from '@mortar/simulation'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, refresh } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Refusal, useGo } from '#ui/index.ts'
import { planOf } from '../plan/plan.ts'
import styles from './sweep.module.css'

interface OnServerProps {
  model: Model
  plan: Experiment
  /** What it is saved as. */
  name: string
}

/** Saves a long sweep and has the server carry it out: it goes on when the page is closed. */
export function OnServer({ model, plan, name }: OnServerProps) {
  const t = useWords('lab')
  const go = useGo()
  const client = useQueryClient()
  const sending = useMutation({
    mutationFn: async () => {
      const body = { name: name.slice(0, 200), model: model.name, plan: planOf(plan, 'sweep') }
      const { id } = await api('POST /experiments', { body })
      await api('POST /experiments/{experiment}/runs', { params: { experiment: id }, body: {} })
      return id
    },
    onSuccess: async (id) => {
      await refresh(client, 'GET /experiments')
      go(paths.experiment(id))
    },
  })
  return (
    <div className={styles.server}>
      <p className={styles.soft}>{t('sweep.serverHow')}</p>
      <Button
        variant="default"
        loading={sending.isPending}
        onClick={() => sending.mutate()}
        leftSection={<IconServer size={18} aria-hidden="true" />}
      >
        {t('sweep.server')}
      </Button>
      <Refusal error={sending.error} />
    </div>
  )
}
