import { Button, SegmentedControl } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay, IconPlayerTrackNext, IconRepeat } from '@tabler/icons-react'
import type { Model } from '@mortar/simulation'
import { useEffect, useState } from 'react'
import { useWords } from '#app/words.ts'
import { Section } from '#ui/index.ts'
import { told } from '../numbers.ts'
import { useModelWords } from '../words.ts'
import { AgentsView } from './AgentsView.tsx'
import styles from './agents.module.css'
import { Key } from './Key.tsx'
import { pacing, type Pace, paces } from './pace.ts'
import type { Watched, WatchedRun } from './watched-run.ts'

interface WatchProps {
  model: Model
  watched: Watched
  run: WatchedRun
  /** How long such runs usually are. */
  horizon: number
  shown: readonly string[]
  onReplay: () => void
  onNewSeed?: (() => void) | undefined
}

/** One run to look at: play, pause, one period at a time, again from the start. */
export function Watch({ model, watched, run, horizon, shown, onReplay, onNewSeed }: WatchProps) {
  const t = useWords('lab')
  const [pace, setPace] = useState<Pace>('calm')
  const [playing, play] = usePlaying(run, watched, pacing(pace, horizon))
  const { moment } = watched
  const over = moment?.over ?? false
  const step = () => {
    play(false)
    run.step()
  }
  const replay = () => {
    play(false)
    onReplay()
  }
  const keys: Readonly<Record<string, () => void>> = {
    ' ': () => play(!playing),
    ArrowRight: step,
    Home: replay,
  }
  const scene = moment?.scene
  return (
    <Section title={t('watch.title')} count={moment && t('watch.period', { period: moment.period })}>
      <div
        className={styles.watch}
        role="group"
        aria-label={t('watch.keys')}
        tabIndex={0}
        onKeyDown={(event) => {
          const act = event.target === event.currentTarget ? keys[event.key] : undefined
          if (!act) return
          event.preventDefault()
          act()
        }}
      >
        <div className={styles.controls}>
          <Button
            variant={playing ? 'default' : 'light'}
            onClick={() => play(!playing)}
            disabled={over || !moment}
            leftSection={
              playing ? (
                <IconPlayerPause size={18} aria-hidden="true" />
              ) : (
                <IconPlayerPlay size={18} aria-hidden="true" />
              )
            }
          >
            {playing ? t('watch.pause') : t('watch.play')}
          </Button>
          <Button
            variant="default"
            onClick={step}
            data-many
            disabled={over || !moment}
            leftSection={<IconPlayerTrackNext size={18} aria-hidden="true" />}
          >
            {t('watch.step')}
          </Button>
          <Button variant="default" onClick={replay} leftSection={<IconRepeat size={18} aria-hidden="true" />}>
            {t('watch.replay')}
          </Button>
          {onNewSeed && (
            <Button variant="subtle" onClick={onNewSeed}>
              {t('watch.newSeed')}
            </Button>
          )}
          <SegmentedControl
            size="xs"
            value={pace}
            onChange={(value) => setPace(value as Pace)}
            aria-label={t('watch.pace')}
            data={paces.map((value) => ({ value, label: t(`watch.paces.${value}`) }))}
          />
        </div>
        {scene && <AgentsView scene={scene} label={t(`watch.shows.${scene.kind}`)} />}
        {scene ? <Key scene={scene} /> : moment && <p className={styles.soft}>{t('watch.tooMany')}</p>}
      </div>
      <p className={styles.told} aria-live={playing ? 'off' : 'polite'} data-watched>
        <Told model={model} watched={watched} shown={shown} />
      </p>
    </Section>
  )
}

function Told({ model, watched, shown }: Pick<WatchProps, 'model' | 'watched' | 'shown'>) {
  const t = useWords('lab')
  const words = useModelWords()
  const { moment } = watched
  if (!moment) return null
  const values = model.measures.flatMap(({ name, unit }, at) =>
    shown.includes(name) ? [`${words.measure(model.name, name)} ${told(moment.measures[at]!, unit)}`] : [],
  )
  const said = t('watch.told', { period: moment.period, values: values.join(', ') })
  return <>{moment.over ? `${said} ${t('watch.over')}` : said}</>
}

function usePlaying(run: WatchedRun, { moment }: Watched, { every, steps }: { every: number; steps: number }) {
  const [playing, play] = useState(false)
  const over = moment?.over ?? false
  useEffect(() => {
    if (over) play(false)
  }, [over])
  useEffect(() => {
    if (!playing) return
    run.step(steps)
    const beat = setInterval(() => run.step(steps), every)
    return () => clearInterval(beat)
  }, [playing, run, every, steps])
  return [playing, play] as const
}
