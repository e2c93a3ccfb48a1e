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

/** What comes out, drawn anew several times a second; the settings beside it are not, nor what only the address decides. */
export function Outcome({ model, address }: OutcomeProps) {
  const t = useWords('lab')
  const { search, asked, change, go } = address
  const [growing, experiment] = useExperiment()
  const { results } = growing
  const sound = Object.keys(asked.wrong).length === 0
  const plan = useMemo(() => experimentOf(asked), [asked])
  const key = JSON.stringify(plan)
  const before = useBefore(growing, key)
  const start = () => void experiment.start(model, plan)
  const { shown, show, renew } = useMemo(() => {
    const now = shownIn(model, search['show'])
    return {
      shown: now,
      show: (name: string) => go({ show: toggled(model, now, name) }),
      renew: () => change('seed', String(newSeed())),
    }
  }, [model, address])
  useEffect(() => {
    if (!sound) return
    const soon = setTimeout(start, SOON)
    return () => clearTimeout(soon)
  }, [key, sound])
  const take = useMemo(
    () => (
      <>
        <SaveButton model={model} plan={plan} sound={sound} results={results} />
        <ExportMenu model={model} plan={plan} growing={growing} />
      </>
    ),
    // Without results nothing can be taken along.
    [model, plan, sound, results],
  )
  const published = useMemo(() => {
    const study = presetsOf(model).find(({ name }) => name === search['study'])
    return (
      study && (
        <Suspense fallback={<ListSkeleton />}>
          <Published key={study.name} study={study} />
        </Suspense>
      )
    )
  }, [model, search['study']])
  const about = useMemo(() => <About model={model} />, [model])

  return (
    <div className={styles.shows}>
      <RunBar
        model={model}
        address={address}
        growing={growing}
        onStart={start}
        onNewSeed={renew}
        experiment={experiment}
        take={take}
      />
      {published}
      {!sound && <p className={styles.unsound}>{t('run.unsound')}</p>}
      <Shown
        model={model}
        plan={plan}
        sound={sound}
        growing={growing}
        before={before}
        shown={shown}
        onShow={show}
        onNewSeed={renew}
      />
      {about}
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
