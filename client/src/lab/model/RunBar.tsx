import { Button } from '@mantine/core'
import type { Model } from '@mortar/simulation'
import type { ReactNode } from 'react'
import { useWords } from '#app/words.ts'
import { type Asked, usualRunsOf, usualSeed } from '../plan/address.ts'
import type { LabExperiment } from '../run/experiment.ts'
import type { Growing } from '../run/growing.ts'
import { useReason } from '../settings/SettingsForm.tsx'
import styles from './model.module.css'
import { RunActs } from './RunActs.tsx'
import { Sureness } from './Sureness.tsx'
import { WholeNumber } from './WholeNumber.tsx'

interface RunBarProps {
  model: Model
  asked: Asked
  search: Readonly<Record<string, string | undefined>>
  growing: Growing
  experiment: LabExperiment
  onChange: (name: string, text: string | undefined) => void
  onStart: () => void
  onNewSeed: () => void
  /** What can be done with it. */
  children: ReactNode
}

/** How many runs, by which chance, and how far they are. */
export function RunBar({
  model,
  asked,
  search,
  growing,
  experiment,
  onChange,
  onStart,
  onNewSeed,
  children,
}: RunBarProps) {
  const t = useWords('lab')
  const reason = useReason(asked)
  const runs = String(usualRunsOf(model))
  return (
    <section className={styles.run} aria-label={t('run.title')}>
      <RunActs
        growing={growing}
        experiment={experiment}
        sound={Object.keys(asked.wrong).length === 0}
        onStart={onStart}
        long={t('run.long')}
      >
        <WholeNumber
          label={t('run.runs')}
          value={search['runs'] ?? runs}
          usual={runs}
          wrong={reason('runs')}
          disabled={asked.sure !== undefined}
          onChange={(text) => onChange('runs', text)}
        />
        <WholeNumber
          label={t('run.seed')}
          value={search['seed'] ?? String(usualSeed)}
          usual={String(usualSeed)}
          wrong={reason('seed')}
          onChange={(text) => onChange('seed', text)}
        />
        <Button variant="subtle" onClick={onNewSeed}>
          {t('run.newSeed')}
        </Button>
      </RunActs>
      <div className={styles.under}>
        <Sureness model={model} asked={asked} wrong={reason('sure')} onChange={(text) => onChange('sure', text)} />
        <div className={styles.take}>{children}</div>
      </div>
    </section>
  )
}
