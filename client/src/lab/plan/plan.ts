import type { Plan, PlanSent, Result } from '@mortar/contract/lab'
import { cellsOf, type Experiment, type Model, type Results } from '@mortar/simulation'

/** A plan as it is saved, with the page that it was made on. */
export const planOf = (experiment: Experiment, view: 'curves' | 'sweep' | 'compare' = 'curves'): PlanSent => ({
  settings: experiment.settings as Plan['settings'],
  design:
    view === 'curves'
      ? { kind: 'every', values: {} }
      : { kind: 'cells', cells: experiment.cells as Record<string, number>[] },
  seed: experiment.seed,
  runs: experiment.runs as Plan['runs'],
  view,
})

type Told = Pick<Plan, 'settings' | 'design' | 'seed' | 'runs'>

/** A saved plan, ready to run. */
export const experimentFrom = ({ settings, design, seed, runs }: Told): Experiment => {
  const { until, ...counts } = runs
  return { settings, cells: cellsOf(design, seed), seed, runs: until ? { ...counts, until } : counts }
}

const figure = (value: number) => (Number.isFinite(value) ? value : null)

/** What is kept with an experiment: the digest of every number, and means with their intervals. */
export function resultOf(model: Model, results: Results): Result {
  const measures = model.measures.map(({ name }) => name)
  const cells = results.experiment.cells.map((_, cell) => {
    const found = measures.map((name) => results.summary(cell, name))
    return {
      runs: found[0]?.runs ?? 0,
      means: found.map(({ mean }) => figure(mean)),
      halfWidths: found.map(({ halfWidth }) => figure(halfWidth)),
    }
  })
  return { version: model.version, digest: results.digest(), measures, cells }
}
