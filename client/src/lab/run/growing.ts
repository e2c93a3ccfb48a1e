import { type Results, Tally } from '@mortar/simulation'

export interface Estimate {
  readonly mean: number
  /** Half of the 95% interval; infinite before the second run. */
  readonly halfWidth: number
}

/** One cell of an experiment while it grows. */
export interface GrowingCell {
  readonly runs: number
  /** By measure, at the end of the runs. */
  readonly ends: Readonly<Record<string, Estimate>>
  /** By measure, one for each of the moments; empty where no curves were asked for. */
  readonly curves: Readonly<Record<string, readonly Estimate[]>>
}

export type RunState = 'resting' | 'running' | 'paused' | 'done' | 'cancelled' | 'failed'

/** How far an experiment is; each change is a new one. */
export interface Growing {
  readonly state: RunState
  readonly runs: number
  /** Runs at most, of all cells. */
  readonly most: number
  readonly moments: readonly number[]
  readonly cells: readonly GrowingCell[]
  /** Once there is nothing more to come. */
  readonly results?: Results
  readonly failure?: string
}

export const resting: Growing = { state: 'resting', runs: 0, most: 0, moments: [], cells: [] }

/** What the runs of one cell come to, moment by moment; runs are added in their order. */
export class CellTallies {
  readonly #moments: number
  readonly #measures: readonly string[]
  readonly #ends: Tally[]
  readonly #along: Tally[]
  #told: GrowingCell | undefined
  runs = 0

  constructor(measures: readonly string[], moments: number) {
    this.#moments = moments
    this.#measures = measures
    this.#ends = measures.map(() => new Tally())
    this.#along = Array.from({ length: moments * measures.length }, () => new Tally())
  }

  /** The measures at the end, and where curves are drawn `perRun` rows of each run along the way. */
  add(ends: Float64Array, along?: Float64Array, perRun = 0): void {
    const width = this.#measures.length
    for (let run = 0; run * width < ends.length; run++) {
      for (let measure = 0; measure < width; measure++) this.#ends[measure]!.add(ends[run * width + measure]!)
      if (along)
        for (let place = 0; place < this.#along.length; place++)
          this.#along[place]!.add(along[run * perRun * width + place]!)
      this.runs++
    }
  }

  /** The same object for as long as no run was added. */
  now(): GrowingCell {
    if (this.#told?.runs === this.runs) return this.#told
    return (this.#told = this.#counted())
  }

  #counted(): GrowingCell {
    const width = this.#measures.length
    const byMeasure = <Made>(make: (measure: number) => Made) =>
      Object.fromEntries(this.#measures.map((name, measure) => [name, make(measure)]))
    return {
      runs: this.runs,
      ends: byMeasure((measure) => estimateOf(this.#ends[measure]!)),
      curves: byMeasure((measure) =>
        Array.from({ length: this.#moments }, (_, moment) => estimateOf(this.#along[moment * width + measure]!)),
      ),
    }
  }
}

const estimateOf = ({ mean, halfWidth }: Tally): Estimate => ({ mean, halfWidth })
