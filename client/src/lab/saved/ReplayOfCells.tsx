import type { Experiment, Model } from '@mortar/simulation'
import { type ReactNode, useMemo, useState } from 'react'
import { useWords } from '#app/words.ts'
import { ComparedCurves } from '../compare/ComparedCurves.tsx'
import { Differences } from '../compare/Differences.tsx'
import { useSideNames } from '../compare/use-side-names.ts'
import { About } from '../model/About.tsx'
import { usualMeasures } from '../model/measures.ts'
import styles from '../model/model.module.css'
import { RunActs } from '../model/RunActs.tsx'
import { told, toldWidth } from '../numbers.ts'
import { MeasureChoice } from '../parts/MeasureChoice.tsx'
import { experimentFrom } from '../plan/plan.ts'
import type { Growing } from '../run/growing.ts'
import { useExperiment } from '../run/use-experiment.ts'
import { searchOfSettings, sweepOf } from '../sweep/plan.ts'
import { SweptPicture } from '../sweep/SweptPicture.tsx'
import { Take } from '../sweep/Take.tsx'
import { keptGrowing } from './kept.ts'
import { LongHere } from './LongHere.tsx'
import { Sameness } from './Sameness.tsx'
import type { Saved } from './saved.ts'
import saved from './saved.module.css'
import { useReplay } from './use-replay.ts'

interface ReplayProps {
  model: Model
  experiment: Saved
  view: 'sweep' | 'compare'
  /** What the server makes of it, for runs that are long here. */
  server: ReactNode
}

/** A saved sweep or comparison, replayed. */
export function ReplayOfCells({ model, experiment, view, server }: ReplayProps) {
  const t = useWords('lab')
  const plan = useMemo<Experiment>(() => experimentFrom(experiment.plan), [experiment.plan])
  const [growing, running] = useExperiment()
  const [measure, setMeasure] = useState(usualMeasures(model)[0]!)
  const start = () => void running.start(model, plan, { curves: view === 'compare' })
  const seconds = useReplay(experiment, plan, start)
  const kept = useMemo(() => keptGrowing(experiment.result), [experiment.result])
  const Shown = view === 'sweep' ? SavedSweep : SavedComparison
  return (
    <div className={styles.shows}>
      <Sameness model={model} experiment={experiment} growing={growing} waits={seconds !== undefined} />
      <section className={styles.run}>
        <LongHere seconds={growing.state === 'resting' ? seconds : undefined} />
        <RunActs growing={growing} experiment={running} begin="here" onStart={start} long={t('saved.long')}>
          <Take model={model} plan={plan} growing={growing} view={view} />
        </RunActs>
        {server}
      </section>
      <MeasureChoice model={model} measure={measure} onChange={setMeasure} />
      {/* The numbers that were kept stand there until the replay has begun. */}
      <Shown model={model} plan={plan} growing={growing.cells.length > 0 ? growing : kept} measure={measure} />
      <About model={model} />
    </div>
  )
}

interface SavedProps {
  model: Model
  plan: Experiment
  growing: Growing
  measure: string
}

function SavedSweep({ model, plan, growing, measure }: SavedProps) {
  const swept = useMemo(() => sweepOf(model, plan, measure), [model, plan, measure])
  const search = useMemo(() => searchOfSettings(model, plan.settings), [model, plan])
  if (!swept) return null
  return <SweptPicture model={model} swept={swept} plan={plan} search={search} cells={growing.cells} />
}

function SavedComparison({ model, plan, growing, measure }: SavedProps) {
  const names = useSideNames(model, plan)
  if (growing.state === 'resting') return <Ends model={model} growing={growing} measure={measure} names={names} />
  return (
    <>
      <ComparedCurves model={model} growing={growing} measure={measure} names={names} />
      {growing.results && <Differences model={model} results={growing.results} shown={measure} names={names} />}
    </>
  )
}

interface EndsProps extends Pick<SavedProps, 'model' | 'growing' | 'measure'> {
  names: readonly [string, string]
}

/** What both came to when it was saved. */
function Ends({ model, growing, measure, names }: EndsProps) {
  const { unit } = model.measures.find(({ name }) => name === measure)!
  return (
    <dl className={saved.set}>
      {growing.cells.map(({ ends }, at) => (
        <div key={at}>
          <dt data-no-words>{names[at]}</dt>
          <dd>
            {told(ends[measure]?.mean ?? NaN, unit)} ± {toldWidth(ends[measure]?.halfWidth ?? NaN, unit)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
