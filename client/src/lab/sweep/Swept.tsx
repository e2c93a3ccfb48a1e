import { Button } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import type { Model } from '@mortar/simulation'
import { useEffect, useMemo, useState } from 'react'
import { useWords } from '#app/words.ts'
import { Progress } from '#ui/index.ts'
import { MeasureChoice } from '../parts/MeasureChoice.tsx'
import type { Growing } from '../run/growing.ts'
import { useExperiment } from '../run/use-experiment.ts'
import { SaveButton } from '../saved/SaveButton.tsx'
import { useModelWords } from '../words.ts'
import type { Sweep } from './plan.ts'
import styles from './sweep.module.css'
import { SweptPicture } from './SweptPicture.tsx'
import { OnServer } from './OnServer.tsx'
import { Take } from './Take.tsx'
import { useEstimate } from './use-estimate.ts'

interface SweptProps {
  model: Model
  swept: Sweep
  search: Readonly<Record<string, string | undefined>>
  onMeasure: (measure: string) => void
}

/** From here on the server is offered. */
const LONG = 60

/** The acts of a sweep, how long it takes, and what has come out of it so far. */
export function Swept({ model, swept, search, onMeasure }: SweptProps) {
  const t = useWords('lab')
  const words = useModelWords()
  const [growing, experiment] = useExperiment()
  const key = JSON.stringify(swept.plan)
  const [ran, setRan] = useState<{ key: string; swept: Sweep }>()
  const under = growing.state === 'running' || growing.state === 'paused'
  const seconds = useEstimate(model, swept.plan, !under)
  // What is drawn belongs to the ranges it ran over, not to those that are being typed.
  const stale = ran !== undefined && ran.key !== key
  useEffect(() => {
    if (stale && under) experiment.cancel()
  }, [stale, under])
  const nameOf = ({ x, y }: Sweep) =>
    [words.model(model.name), ...[x, ...(y ? [y] : [])].map(({ field }) => words.setting(model.name, field.name))].join(
      ', ',
    )
  const start = () => {
    setRan({ key, swept })
    void experiment.start(model, swept.plan!, { curves: false })
  }
  const drawn = useMemo(() => (ran && !stale ? { ...ran.swept, measure: swept.measure } : swept), [ran, stale, swept])
  return (
    <div className={styles.shows}>
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
          <Button onClick={start} disabled={!swept.plan} leftSection={<IconPlayerPlay size={18} aria-hidden="true" />}>
            {t(growing.state === 'resting' ? 'sweep.start' : 'sweep.again')}
          </Button>
        )}
        {under && (
          <Button variant="default" onClick={() => experiment.cancel()}>
            {t('run.cancel')}
          </Button>
        )}
        {swept.plan && (
          <SaveButton
            model={model}
            plan={swept.plan}
            sound
            results={stale ? undefined : growing.results}
            view="sweep"
          />
        )}
        <Take model={model} plan={swept.plan} growing={stale ? undefined : growing} view="sweep" />
      </div>
      <Told swept={swept} growing={growing} stale={stale} seconds={seconds} />
      {swept.plan && seconds !== undefined && seconds >= LONG && (
        <OnServer model={model} plan={swept.plan} name={nameOf(swept)} />
      )}
      <MeasureChoice model={model} measure={swept.measure} onChange={onMeasure}>
        <span className={styles.soft}>{words.measureMeans(model.name, swept.measure)}</span>
      </MeasureChoice>
      {drawn.plan && (
        <SweptPicture
          model={model}
          swept={drawn}
          plan={drawn.plan}
          search={search}
          cells={stale ? [] : growing.cells}
        />
      )}
    </div>
  )
}

/** What cannot be run and why, how long it will take, or how far it is. */
function Told({
  swept,
  growing,
  stale,
  seconds,
}: {
  swept: Sweep
  growing: Growing
  stale: boolean
  seconds: number | undefined
}) {
  const t = useWords('lab')
  const { plan, trouble } = swept
  if (trouble)
    return (
      <p role="alert" className={styles.wrong}>
        {t(`sweep.trouble.${trouble.why}`, { count: trouble.count })}
      </p>
    )
  if (!plan) return <p className={styles.wrong}>{t('sweep.unsound')}</p>
  if (growing.state !== 'resting' && !stale)
    return <Progress label={t(`run.state.${growing.state}`)} value={growing.runs} of={growing.most} />
  const sizes = { cells: plan.cells.length, runs: plan.cells.length * plan.runs.most }
  return (
    <p className={styles.soft} role="status">
      {t('sweep.size', sizes)} {seconds === undefined ? t('sweep.estimating') : t('sweep.estimate', inTime(seconds))}
    </p>
  )
}

const inTime = (seconds: number) => ({
  minutes: seconds >= 90 ? Math.ceil(seconds / 60) : 0,
  seconds: Math.max(1, Math.ceil(seconds)),
})
