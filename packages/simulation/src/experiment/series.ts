import { type Model, type Run, settingsFor } from '../model.ts'
import { chanceOf } from '../random/stream.ts'
import { Tally } from './statistics.ts'

/** One run to look at: step it, pause by not stepping, replay it by opening it again. */
export const openRun = <Settings>(model: Model<Settings>, settings: unknown, seed: number, replication = 0): Run =>
  model.open(settingsFor(model, settings), chanceOf(seed, replication))

/** The measures of one run from the start on, in the order of the model: a row each period until it is over. */
export function* seriesOf<Settings>(
  model: Model<Settings>,
  settings: unknown,
  { seed, replication = 0, periods = Infinity }: { seed: number; replication?: number; periods?: number },
): Generator<Float64Array, void, void> {
  const run = openRun(model, settings, seed, replication)
  yield run.measure()
  while (!run.over && run.period < periods) {
    run.step()
    yield run.measure()
  }
}

/** What one measure is on average in one period, over all runs so far. */
export interface Point {
  readonly mean: number
  readonly halfWidth: number
}

/**
 * Curves with intervals that grow as runs come in: add runs in the order of their replications and the curves are the
 * same to the last bit. A run that is over early counts on with its last values.
 */
export class Curves {
  readonly periods: number
  readonly #width: number
  readonly #tallies: Tally[]
  runs = 0

  constructor(measures: number, periods: number) {
    this.periods = periods
    this.#width = measures
    this.#tallies = Array.from({ length: (periods + 1) * measures }, () => new Tally())
  }

  add(rows: Iterable<Float64Array>): void {
    let period = 0
    let last: Float64Array = new Float64Array(this.#width)
    for (const row of rows) {
      if (period > this.periods) break
      this.#put(period++, row)
      last = row
    }
    for (; period <= this.periods; period++) this.#put(period, last)
    this.runs++
  }

  /** The curve of one measure, period 0 first. */
  of(measure: number): Point[] {
    return Array.from({ length: this.periods + 1 }, (_, period) => {
      const { mean, halfWidth } = this.#tallies[period * this.#width + measure]!
      return { mean, halfWidth }
    })
  }

  #put(period: number, row: Float64Array): void {
    row.forEach((value, measure) => this.#tallies[period * this.#width + measure]!.add(value))
  }
}

/** The curves of one cell over `runs` replications. */
export function curvesOf<Settings>(
  model: Model<Settings>,
  settings: unknown,
  { seed, runs, periods, first = 0 }: { seed: number; runs: number; periods: number; first?: number },
): Curves {
  const curves = new Curves(model.measures.length, periods)
  for (let run = 0; run < runs; run++)
    curves.add(seriesOf(model, settings, { seed, replication: first + run, periods }))
  return curves
}
