import type { Model } from '@mortar/simulation'
import { Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '#app/words.ts'
import { ListSkeleton } from '#ui/index.ts'
import { ExportMenu } from '../export/ExportMenu.tsx'
import { experimentOf } from '../plan/address.ts'
import { presetsOf } from '../presets/presets.ts'
import { Published } from '../presets/Published.tsx'
import type { Growing } from '../run/growing.ts'
import { useExperiment } from '../run/use-experiment.ts'
import { SaveButton } from '../saved/SaveButton.tsx'
import { About } from './About.tsx'
import { shownIn, toggled } from './measures.ts'
import styles from './model.module.css'
import { RunBar } from './RunBar.tsx'
import { Shown } from './Shown.tsx'
import type { useModelAddress } from './use-model-address.ts'

// Whoever turns a slider by keys comes by many settings.
const SOON = 200

interface OutcomeProps {
  model: Model
  address: ReturnType<typeof useModelAddress>
}

/** What comes out, drawn anew several times a second; the settings beside it are not. */
export function Outcome({ model, address: { search, asked, change, go } }: OutcomeProps) {
  const t = useWords('lab')
  const [growing, experiment] = useExperiment()
  const shown = shownIn(model, search['show'])
  const sound = Object.keys(asked.wrong).length === 0
  const plan = useMemo(() => experimentOf(asked), [asked])
  const key = JSON.stringify(plan)
  const before = useBefore(growing, key)
  const start = () => void experiment.start(model, plan)
  const study = presetsOf(model).find(({ name }) => name === search['study'])
  const renew = () => change('seed', String(newSeed()))
  useEffect(() => {
    if (!sound) return
    const soon = setTimeout(start, SOON)
    return () => clearTimeout(soon)
  }, [key, sound])

  return (
    <div className={styles.shows}>
      <RunBar
        model={model}
        asked={asked}
        search={search}
        growing={growing}
        onChange={change}
        onStart={start}
        onNewSeed={renew}
        experiment={experiment}
      >
        <SaveButton model={model} plan={plan} sound={sound} growing={growing} />
        <ExportMenu model={model} plan={plan} growing={growing} />
      </RunBar>
      {study && (
        <Suspense fallback={<ListSkeleton />}>
          <Published key={study.name} study={study} />
        </Suspense>
      )}
      {!sound && <p className={styles.unsound}>{t('run.unsound')}</p>}
      <Shown
        model={model}
        plan={plan}
        sound={sound}
        growing={growing}
        before={before}
        shown={shown}
        onShow={(name) => go({ show: toggled(model, shown, name) })}
        onNewSeed={renew}
      />
      <About model={model} />
    </div>
  )
}

const newSeed = () => crypto.getRandomValues(new Uint32Array(1))[0]! % 1_000_000

/** What was drawn for the settings before these, once it was whole: a shadow to compare with. */
function useBefore(growing: Growing, key: string): Growing | undefined {
  const last = useRef<{ key: string; growing: Growing } | undefined>(undefined)
  const [before, setBefore] = useState<Growing>()
  useEffect(() => {
    if (last.current && last.current.key !== key) setBefore(last.current.growing)
  }, [key])
  useEffect(() => {
    if (growing.state === 'done') last.current = { key, growing }
  }, [growing])
  return before
}
