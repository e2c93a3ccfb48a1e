import type { Experiment, Model } from '@mortar/simulation'
import { useEffect, useId, useMemo, useState } from 'react'
import { useWords } from '#app/words.ts'
import { ComparedCurves } from '../compare/ComparedCurves.tsx'
import { Differences } from '../compare/Differences.tsx'
import { useSideNames } from '../compare/use-side-names.ts'
import { About } from '../model/About.tsx'
import { usualMeasures } from '../model/measures.ts'
import styles from '../model/model.module.css'
import { RunActs } from '../model/RunActs.tsx'
import { experimentFrom } from '../plan/plan.ts'
import type { Growing, GrowingCell } from '../run/growing.ts'
import { useExperiment } from '../run/use-experiment.ts'
import { searchOfSettings, sweepOf } from '../sweep/plan.ts'
import { SweptPicture } from '../sweep/SweptPicture.tsx'
import { Take } from '../sweep/Take.tsx'
import { useModelWords } from '../words.ts'
import { Sameness } from './Sameness.tsx'
import type { Saved } from './saved.ts'
import saved from './saved.module.css'

interface ReplayProps {
  model: Model
  experiment: Saved
  view: 'sweep' | 'compare'
}

/** A saved sweep or comparison, replayed. */
export function ReplayOfCells({ model, experiment, view }: ReplayProps) {
  const t = useWords('lab')
  const words = useModelWords()
  const id = useId()
  const plan = useMemo<Experiment>(() => experimentFrom(experiment.plan), [experiment.plan])
  const [growing, running] = useExperiment()
  const [measure, setMeasure] = useState(usualMeasures(model)[0]!)
  const start = () => void running.start(model, plan, { curves: view === 'compare' })
  // Once for each plan, unless it was given to the server for being long; whoever wants it again says so.
  useEffect(() => {
    if (experiment.run === null) start()
  }, [plan])
  const Shown = view === 'sweep' ? SavedSweep : SavedComparison
  return (
    <div className={styles.shows}>
      <Sameness model={model} experiment={experiment} growing={growing} />
      <section className={styles.run}>
        <RunActs growing={growing} experiment={running} onStart={start}>
          <Take model={model} plan={plan} growing={growing} view={view} />
        </RunActs>
      </section>
      <span className={saved.measure}>
        <label htmlFor={id}>{t('sweep.measure')}</label>
        <select id={id} value={measure} onChange={({ currentTarget }) => setMeasure(currentTarget.value)}>
          {model.measures.map(({ name }) => (
            <option key={name} value={name}>
              {words.measure(model.name, name)}
            </option>
          ))}
        </select>
      </span>
      <Shown model={model} plan={plan} growing={growing} kept={experiment.result} measure={measure} />
      <About model={model} />
    </div>
  )
}

interface SavedProps {
  model: Model
  plan: Experiment
  growing: Growing
  kept: Saved['result']
  measure: string
}

/** The numbers that were kept stand there until the replay has begun. */
function SavedSweep({ model, plan, growing, kept, measure }: SavedProps) {
  const swept = useMemo(() => sweepOf(model, plan, measure), [model, plan, measure])
  const search = useMemo(() => searchOfSettings(model, plan.settings), [model, plan])
  if (!swept) return null
  return (
    <SweptPicture
      model={model}
      swept={swept}
      plan={plan}
      search={search}
      cells={growing.cells.length > 0 ? growing.cells : cellsOf(kept)}
    />
  )
}

const cellsOf = (kept: Saved['result']): GrowingCell[] =>
  (kept?.cells ?? []).map(({ runs, means, halfWidths }) => ({
    runs,
    ends: Object.fromEntries(
      kept!.measures.map((name, at) => [name, { mean: means[at] ?? NaN, halfWidth: halfWidths[at] ?? NaN }]),
    ),
    curves: {},
  }))

function SavedComparison({ model, plan, growing, measure }: SavedProps) {
  const names = useSideNames(model, plan)
  return (
    <>
      <ComparedCurves model={model} growing={growing} measure={measure} names={names} />
      {growing.results && <Differences model={model} results={growing.results} shown={measure} names={names} />}
    </>
  )
}
