import { measureAt, type Model } from '../model.ts'
import { digestOf } from './digest.ts'
import type { Experiment } from './experiment.ts'
import { quantile, tallyOf } from './statistics.ts'

/** What one measure came to in one cell. */
export interface Summary {
  readonly runs: number
  readonly mean: number
  readonly deviation: number
  /** Of the 95% interval of the mean. */
  readonly halfWidth: number
  readonly quantiles: {
    readonly q05: number
    readonly q25: number
    readonly q50: number
    readonly q75: number
    readonly q95: number
  }
}

/** The results of an experiment: a row for each run, cell after cell, replication after replication. */
export class Results {
  readonly experiment: Experiment
  readonly #model: Model
  readonly #cells: readonly (readonly Float64Array[])[]

  constructor(model: Model, experiment: Experiment, cells: readonly (readonly Float64Array[])[]) {
    this.experiment = experiment
    this.#model = model
    this.#cells = cells
  }

  /** One measure of one cell, in the order of the replications. */
  values(cell: number, measure: string): Float64Array {
    const [at, width] = [measureAt(this.#model, measure), this.#model.measures.length]
    const batches = this.#cells[cell] ?? []
    const runs = batches.reduce((sum, batch) => sum + batch.length / width, 0)
    const column = new Float64Array(runs)
    let row = 0
    for (const batch of batches)
      for (let place = at; place < batch.length; place += width) column[row++] = batch[place]!
    return column
  }

  summary(cell: number, measure: string): Summary {
    const values = this.values(cell, measure)
    const { count: runs, mean, deviation, halfWidth } = tallyOf(values)
    const at = (share: number) => quantile(values, share)
    const quantiles = { q05: at(0.05), q25: at(0.25), q50: at(0.5), q75: at(0.75), q95: at(0.95) }
    return { runs, mean, deviation, halfWidth, quantiles }
  }

  /** Of all values of all runs: the same results have the same. */
  digest(): string {
    return digestOf(this.#cells.flat())
  }

  /** All runs as columns of equal length: the cell, the replication, and each measure. */
  columns(): { cell: Int32Array; replication: Int32Array; measures: Record<string, Float64Array> } {
    const width = this.#model.measures.length
    const counts = this.#cells.map((batches) => batches.reduce((sum, batch) => sum + batch.length / width, 0))
    const measures = this.#model.measures.map(({ name }) => {
      const parts = this.#cells.map((_, cell) => this.values(cell, name))
      return [name, Float64Array.from(parts.flatMap((part) => [...part]))] as const
    })
    return {
      cell: Int32Array.from(counts.flatMap((count, cell) => Array.from({ length: count }, () => cell))),
      replication: Int32Array.from(counts.flatMap((count) => Array.from({ length: count }, (_, run) => run))),
      measures: Object.fromEntries(measures),
    }
  }
}
