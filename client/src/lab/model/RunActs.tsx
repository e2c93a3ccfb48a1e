import { Button } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay, IconRefresh } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useWords } from '#app/words.ts'
import { Progress } from '#ui/index.ts'
import type { LabExperiment } from '../run/experiment.ts'
import type { Growing } from '../run/growing.ts'
import styles from './model.module.css'
import { useSecondsLeft } from './use-seconds-left.ts'

interface RunActsProps {
  growing: Growing
  experiment: LabExperiment
  sound?: boolean
  /** The word for beginning. */
  begin?: 'start' | 'here'
  onStart: () => void
  /** Fields that stand beside the acts. */
  children?: ReactNode
  /** Said where the runs take long here. */
  long?: ReactNode
}

const LONG = 45

/** Run, pause, go on, cancel, and how far it is. */
export function RunActs({ growing, experiment, sound = true, begin = 'start', onStart, children, long }: RunActsProps) {
  const t = useWords('lab')
  const left = useSecondsLeft(growing)
  const { state } = growing
  const main =
    state === 'running'
      ? { word: 'pause' as const, act: () => experiment.pause(), Icon: IconPlayerPause }
      : state === 'paused'
        ? { word: 'goOn' as const, act: () => experiment.goOn(), Icon: IconPlayerPlay }
        : { word: state === 'resting' ? begin : ('again' as const), act: onStart, Icon: IconRefresh }
  return (
    <>
      <div className={styles.acts}>
        <Button
          onClick={main.act}
          disabled={!sound && main.act === onStart}
          leftSection={<main.Icon size={18} aria-hidden="true" />}
        >
          {t(`run.${main.word}`)}
        </Button>
        {(state === 'running' || state === 'paused') && (
          <Button variant="default" onClick={() => experiment.cancel()}>
            {t('run.cancel')}
          </Button>
        )}
        {children}
      </div>
      {!(begin === 'here' && state === 'resting') && (
        <Progress label={t(`run.state.${state}`)} value={growing.runs} of={growing.most} />
      )}
      {left !== undefined && left > 3 && (
        <p className={styles.soft}>
          {t('run.left', { seconds: left })} {left > LONG && long}
        </p>
      )}
      {growing.failure !== undefined && (
        <p className={styles.unsound}>{t('run.failed', { failure: growing.failure })}</p>
      )}
    </>
  )
}
