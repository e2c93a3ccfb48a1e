import { Button } from '@mantine/core'
import type { Model } from '@mortar/simulation'
import { type ReactNode, useMemo } from 'react'
import { useWords } from '#app/words.ts'
import { usualRunsOf, usualSeed } from '../plan/address.ts'
import type { LabExperiment } from '../run/experiment.ts'
import type { Growing } from '../run/growing.ts'
import { useReason } from '../settings/SettingsForm.tsx'
import styles from './model.module.css'
import { RunActs } from './RunActs.tsx'
import { Sureness } from './Sureness.tsx'
import type { useModelAddress } from './use-model-address.ts'
import { WholeNumber } from './WholeNumber.tsx'

interface RunBarProps {
  model: Model
  address: ReturnType<typeof useModelAddress>
  growing: Growing
  experiment: LabExperiment
  onStart: () => void
  onNewSeed: () => void
  /** What can be done with it. */
  take: ReactNode
}

/** How many runs, by which chance, and how far they are. */
export function RunBar({ model, address, growing, experiment, onStart, onNewSeed, take }: RunBarProps) {
  const t = useWords('lab')
  const { asked, change } = address
  const reason = useReason(asked)
  const fields = useMemo(() => <RunFields model={model} address={address} onNewSeed={onNewSeed} />, [model, address])
  const under = useMemo(
    () => (
      <div className={styles.under}>
        <Sureness model={model} asked={asked} wrong={reason('sure')} onChange={(text) => change('sure', text)} />
        <div className={styles.take}>{take}</div>
      </div>
    ),
    [model, address, take],
  )
  return (
    <section className={styles.run} aria-label={t('run.title')}>
      <RunActs
        growing={growing}
        experiment={experiment}
        sound={Object.keys(asked.wrong).length === 0}
        onStart={onStart}
        long={t('run.long')}
      >
        {fields}
      </RunActs>
      {under}
    </section>
  )
}

function RunFields({ model, address, onNewSeed }: Pick<RunBarProps, 'model' | 'address' | 'onNewSeed'>) {
  const t = useWords('lab')
  const { search, asked, change } = address
  const reason = useReason(asked)
  const runs = String(usualRunsOf(model))
  return (
    <>
      <WholeNumber
        label={t('run.runs')}
        value={search['runs'] ?? runs}
        usual={runs}
        wrong={reason('runs')}
        disabled={asked.sure !== undefined}
        onChange={(text) => change('runs', text)}
      />
      <WholeNumber
        label={t('run.seed')}
        value={search['seed'] ?? String(usualSeed)}
        usual={String(usualSeed)}
        wrong={reason('seed')}
        onChange={(text) => change('seed', text)}
      />
      <Button variant="subtle" onClick={onNewSeed}>
        {t('run.newSeed')}
      </Button>
    </>
  )
}
