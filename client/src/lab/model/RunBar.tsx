import { Button } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay, IconRefresh } from '@tabler/icons-react'
import type { Model } from '@mortar/simulation'
import { useWords } from '#app/words.ts'
import { Progress } from '#ui/index.ts'
import { type Asked, usualRunsOf, usualSeed } from '../plan/address.ts'
import type { LabExperiment } from '../run/experiment.ts'
import type { Growing } from '../run/growing.ts'
import { useReason } from '../settings/SettingsForm.tsx'
import styles from './model.module.css'
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
}

/** How many runs, by which chance, and how far they are. */
export function RunBar({ model, asked, search, growing, experiment, onChange, onStart, onNewSeed }: RunBarProps) {
  const t = useWords('lab')
  const reason = useReason(asked)
  const under = growing.state === 'running' || growing.state === 'paused'
  const sound = Object.keys(asked.wrong).length === 0
  return (
    <section className={styles.run} aria-label={t('run.title')}>
      <div className={styles.acts}>
        {growing.state === 'running' ? (
          <Button onClick={() => experiment.pause()} leftSection={<IconPlayerPause size={18} aria-hidden="true" />}>
            {t('run.pause')}
          </Button>
        ) : growing.state === 'paused' ? (
          <Button onClick={() => experiment.goOn()} leftSection={<IconPlayerPlay size={18} aria-hidden="true" />}>
            {t('run.goOn')}
          </Button>
        ) : (
          <Button onClick={onStart} disabled={!sound} leftSection={<IconRefresh size={18} aria-hidden="true" />}>
            {t(growing.state === 'resting' ? 'run.start' : 'run.again')}
          </Button>
        )}
        {under && (
          <Button variant="default" onClick={() => experiment.cancel()}>
            {t('run.cancel')}
          </Button>
        )}
        <WholeNumber
          label={t('run.runs')}
          value={search['runs'] ?? String(usualRunsOf(model))}
          usual={String(usualRunsOf(model))}
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
      </div>
      <Sureness model={model} asked={asked} wrong={reason('sure')} onChange={(text) => onChange('sure', text)} />
      <Progress label={t(`run.state.${growing.state}`)} value={growing.runs} of={growing.most} />
      {growing.failure !== undefined && (
        <p className={styles.unsound}>{t('run.failed', { failure: growing.failure })}</p>
      )}
    </section>
  )
}
