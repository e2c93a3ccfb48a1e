import type { Experiment, Model } from '@mortar/simulation'
import { useEffect, useMemo } from 'react'
import { useWords } from '#app/words.ts'
import { Section } from '#ui/index.ts'
import { useWatched } from '../agents/use-watched.ts'
import { Watch } from '../agents/Watch.tsx'
import type { Growing } from '../run/growing.ts'
import { Curves } from './Curves.tsx'
import { SummaryTable } from './SummaryTable.tsx'

interface ShownProps {
  model: Model
  /** What is run; the first cell is watched. */
  plan: Experiment
  /** Whether it can be run at all. */
  sound: boolean
  growing: Growing
  before?: Growing | undefined
  shown: readonly string[]
  onShow: (measure: string) => void
  onNewSeed?: (() => void) | undefined
}

/** What an experiment gives: its curves, one run watched, and each measure at the end. */
export function Shown({ model, plan, sound, growing, before, shown, onShow, onNewSeed }: ShownProps) {
  const t = useWords('lab')
  const [watched, run] = useWatched()
  const key = JSON.stringify(plan)
  const open = () => run.open({ model: model.name, settings: { ...plan.settings, ...plan.cells[0] }, seed: plan.seed })
  useEffect(() => {
    if (!sound) return
    const soon = setTimeout(open, 200)
    return () => clearTimeout(soon)
  }, [key, sound])
  // Numbers that were kept are those at the end.
  const hasCurves = growing.runs === 0 || growing.moments.length > 0
  const horizon = growing.moments.at(-1) ?? 100
  // Runs that come in change nothing of the one that is watched.
  const watch = useMemo(
    () => (
      <Watch
        model={model}
        watched={watched}
        run={run}
        horizon={horizon}
        shown={shown}
        onReplay={open}
        onNewSeed={onNewSeed}
      />
    ),
    [model, watched, run, horizon, shown, key, onNewSeed],
  )
  return (
    <>
      {hasCurves && <Curves model={model} growing={growing} before={before} shown={shown} watched={watched.rows} />}
      {watch}
      <Section title={t('summary.title')} count={growing.runs > 0 && t('summary.runs', { runs: growing.runs })}>
        <SummaryTable model={model} growing={growing} shown={shown} onShow={onShow} />
      </Section>
    </>
  )
}
