import { type Measure, measureAt, type Model, settingsFor } from '../model.ts'
import type { Cell } from './design.ts'
import { inPlainLists } from './plain.ts'
import type { Tally } from './statistics.ts'

/** How many replications each cell gets, in batches; what is decided is decided after whole batches. */
export interface Runs {
  readonly batch: number
  readonly least: number
  /** The same as `least` where nothing is to be decided. */
  readonly most: number
  /** Stops a cell as soon as this measure's 95% half-width is so small. */
  readonly until?: { readonly measure: string; readonly halfWidth: number }
}

/** Cells of settings, each run so many times. Replication r meets the same chance in every cell. */
export interface Experiment {
  /** Settings of all cells; a cell's own win. */
  readonly settings: Cell
  readonly cells: readonly Cell[]
  readonly seed: number
  readonly runs: Runs
}

/** What says how results came about; the same manifest gives the same results. */
export interface Manifest extends Experiment {
  readonly model: string
  readonly version: number
  readonly measures: readonly Measure[]
  /** The commit of the program, where known. */
  readonly commit: string | null
}

const BATCH = 50

/** So many runs for each cell. */
export const exactly = (runs: number, batch: number = Math.min(BATCH, runs)): Runs => ({
  batch,
  least: runs,
  most: runs,
})

/** Runs for each cell until the measure's 95% half-width is so small, at least 100 and at most `most`. */
export const untilSure = (measure: string, halfWidth: number, most = 100_000): Runs => ({
  batch: BATCH,
  least: Math.min(2 * BATCH, most),
  most,
  until: { measure, halfWidth },
})

/**
 * Checks an experiment before anything runs: a ZodError names a wrong setting, a RangeError anything else.
 */
export function checkExperiment(model: Model, { settings, cells, seed, runs }: Experiment): void {
  if (!Number.isInteger(seed)) throw new RangeError(`The seed is a whole number, not ${seed}.`)
  if (!(runs.batch >= 1 && runs.least >= 1 && runs.most >= runs.least))
    throw new RangeError('There must be at least one run for each cell, and not more at least than at most.')
  if (runs.until) measureAt(model, runs.until.measure)
  for (const cell of cells) settingsFor(model, { ...settings, ...cell })
}

/** The manifest of an experiment, all of which JSON can carry: what is read back gives the same results. */
export const manifestOf = (model: Model, experiment: Experiment, commit: string | null): Manifest => ({
  model: model.name,
  version: model.version,
  measures: model.measures.map(({ name, meaning, unit, better }) => ({ name, meaning, unit, better })),
  settings: inPlainLists(experiment.settings) as Cell,
  cells: experiment.cells.map((cell) => inPlainLists(cell) as Cell),
  seed: experiment.seed,
  runs: experiment.runs,
  commit,
})

/** Whether results of one manifest may be continued under another: all but the commit is the same. */
export const sameResults = (one: Manifest, other: Manifest): boolean =>
  JSON.stringify({ ...one, commit: null }) === JSON.stringify({ ...other, commit: null })

/** Whether a cell needs no further batch after these runs. */
export const isEnough = ({ least, most, until }: Runs, tally: Tally): boolean =>
  tally.count >= most || (tally.count >= least && until !== undefined && tally.halfWidth <= until.halfWidth)
