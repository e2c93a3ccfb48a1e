import { measureAt, type Model } from '../model.ts'
import type { Crew } from './crew.ts'
import { checkExperiment, type Experiment } from './experiment.ts'
import { CellProgress } from './progress-of-cell.ts'
import { Results } from './results.ts'

/** Some replications of one cell, as they are to be written: always in the same order, whoever computed them. */
export interface Chunk {
  readonly cell: number
  /** The first replication; as many follow as there are rows in `values`. */
  readonly first: number
  /** Row after row, each in the order of the model's measures. */
  readonly values: Float64Array
}

export interface RunOptions {
  readonly crew: Crew
  /** What an earlier session of the same manifest left: rows of each cell. Not handed out again. */
  readonly done?: readonly Float64Array[]
  /** Hears of results as they come, cell after cell. A promise holds up what follows. */
  readonly onChunk?: (chunk: Chunk, progress: Progress) => void | Promise<void>
  /** Once aborted no further task begins; what is done is returned. */
  readonly signal?: { readonly aborted: boolean }
}

export interface Progress {
  readonly runs: number
  readonly cellsDone: number
  readonly cells: number
}

/**
 * Runs an experiment on a crew. The results and the order of the chunks are the same on any number of workers.
 * Throws what `checkExperiment` throws, and the failure of a worker.
 */
export async function runExperiment(model: Model, experiment: Experiment, options: RunOptions): Promise<Results> {
  checkExperiment(model, experiment)
  const under = new Under(model, experiment, options)
  const running = new Set<Promise<void>>()
  try {
    while (!options.signal?.aborted) {
      while (running.size < options.crew.size && under.give(running));
      if (running.size === 0) break
      await Promise.race(running)
      await under.release()
    }
  } finally {
    await Promise.allSettled(running)
  }
  await under.release()
  return new Results(
    model,
    experiment,
    under.cells.map(({ batches }) => batches),
  )
}

class Under {
  readonly cells: CellProgress[]
  readonly #waiting: Chunk[][]
  readonly #model: Model
  readonly #experiment: Experiment
  readonly #options: RunOptions
  #open = 0
  #releasing = 0
  #runs = 0

  constructor(model: Model, experiment: Experiment, options: RunOptions) {
    const { cells, runs } = experiment
    const decides = runs.until ? measureAt(model, runs.until.measure) : 0
    this.#model = model
    this.#experiment = experiment
    this.#options = options
    this.cells = cells.map(() => new CellProgress(runs, model.measures.length, decides))
    this.#waiting = cells.map(() => [])
    options.done?.forEach((values, cell) => this.cells[cell]?.resume(values))
    this.#runs = this.cells.reduce((sum, cell) => sum + cell.counted, 0)
  }

  /** Gives the crew one more task: the first that is needed, else the first that may be. */
  give(running: Set<Promise<void>>): boolean {
    while (this.cells[this.#open]?.done) this.#open++
    for (const ahead of [false, true]) {
      for (let cell = this.#open; cell < this.cells.length; cell++) {
        const next = this.cells[cell]!.next(ahead)
        if (!next) continue
        const task = this.#send(cell, next).finally(() => running.delete(task))
        running.add(task)
        return true
      }
    }
    return false
  }

  /** Hands out what counts and whose turn it is. */
  async release(): Promise<void> {
    for (; this.#releasing < this.cells.length; this.#releasing++) {
      for (let chunk; (chunk = this.#waiting[this.#releasing]!.shift());) {
        this.#runs += chunk.values.length / this.#model.measures.length
        await this.#options.onChunk?.(chunk, this.#progress())
      }
      if (!this.cells[this.#releasing]!.done) return
    }
  }

  #progress(): Progress {
    const cellsDone = this.#releasing + (this.cells[this.#releasing]!.done ? 1 : 0)
    return { runs: this.#runs, cellsDone, cells: this.cells.length }
  }

  async #send(cell: number, { first, count, batch }: { first: number; count: number; batch: number }): Promise<void> {
    const { settings, cells, seed, runs } = this.#experiment
    const task = { model: this.#model.name, settings: { ...settings, ...cells[cell] }, seed, first, count }
    const values = await this.#options.crew.run(task)
    const progress = this.cells[cell]!
    let from = progress.batches.length
    for (const counted of progress.land(batch, values))
      this.#waiting[cell]!.push({ cell, first: from++ * runs.batch, values: counted })
  }
}
