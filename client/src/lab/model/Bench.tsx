import type { Model } from '@mortar/simulation'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '#app/words.ts'
import { Section } from '#ui/index.ts'
import { useWatched } from '../agents/use-watched.ts'
import { Watch } from '../agents/Watch.tsx'
import { experimentOf } from '../plan/address.ts'
import type { Growing } from '../run/growing.ts'
import { useExperiment } from '../run/use-experiment.ts'
import { SettingsForm } from '../settings/SettingsForm.tsx'
import { About } from './About.tsx'
import { Curves } from './Curves.tsx'
import { shownIn, toggled } from './measures.ts'
import styles from './model.module.css'
import { RunBar } from './RunBar.tsx'
import { SummaryTable } from './SummaryTable.tsx'
import { useModelAddress } from './use-model-address.ts'

/** Where a model is set, run and watched. The address holds every setting. */
export function Bench({ model }: { model: Model }) {
  const t = useWords('lab')
  const { search, asked, change, go } = useModelAddress(model)
  const [growing, experiment] = useExperiment()
  const [watched, run] = useWatched()
  const shown = shownIn(model, search['show'])
  const sound = Object.keys(asked.wrong).length === 0
  const plan = useMemo(() => experimentOf(asked), [asked])
  const key = JSON.stringify(plan)
  const before = useBefore(growing, key)

  const start = () => void experiment.start(model, plan)
  const open = () => run.open({ model: model.name, settings: plan.settings, seed: plan.seed })
  useEffect(() => {
    if (!sound) return
    // Whoever turns a slider on by keys comes by many settings.
    const soon = setTimeout(() => {
      start()
      open()
    }, 200)
    return () => clearTimeout(soon)
  }, [key, sound])

  return (
    <div className={styles.bench}>
      <section className={styles.form} aria-labelledby="lab-settings">
        <h2 id="lab-settings">{t('settings.title')}</h2>
        <SettingsForm model={model} asked={asked} search={search} onChange={change} />
      </section>
      <div className={styles.shows}>
        <RunBar
          model={model}
          asked={asked}
          search={search}
          growing={growing}
          onChange={change}
          onStart={start}
          onNewSeed={() => change('seed', String(newSeed()))}
          experiment={experiment}
        />
        {sound ? (
          <Curves model={model} growing={growing} before={before} shown={shown} watched={watched.rows} />
        ) : (
          <p className={styles.unsound}>{t('run.unsound')}</p>
        )}
        <Watch
          model={model}
          watched={watched}
          run={run}
          horizon={growing.moments.at(-1) ?? 100}
          shown={shown}
          onReplay={open}
          onNewSeed={() => change('seed', String(newSeed()))}
        />
        <Section title={t('summary.title')} count={growing.runs > 0 && t('summary.runs', { runs: growing.runs })}>
          <SummaryTable
            model={model}
            growing={growing}
            shown={shown}
            onShow={(name) => go({ show: toggled(model, shown, name) })}
          />
        </Section>
        <About model={model} />
      </div>
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
