import { type Chunk, type Experiment, type Model, type Results, runExperiment } from '@mortar/simulation'
import { measuringAlong } from './along.ts'
import { HiredCrew } from './crew.ts'
import { CellTallies, type Growing, resting } from './growing.ts'
import { horizonOf, momentsUpTo, periodsOf } from './moments.ts'

// Often enough to look alive, seldom enough to leave the page its time.
const TELL_EVERY = 120

interface Options {
  /** Curves over the periods too, for each cell. */
  readonly curves?: boolean
}

/** One experiment under way in this tab's workers, and whoever listens to it. */
export class LabExperiment {
  #now: Growing = resting
  readonly #heard = new Set<() => void>()
  #signal = { aborted: false }
  readonly #hired = new HiredCrew()
  #gate = Promise.resolve()
  #open: (() => void) | undefined
  #tellAt: ReturnType<typeof setTimeout> | undefined

  readonly listen = (hear: () => void): (() => void) => {
    this.#heard.add(hear)
    return () => void this.#heard.delete(hear)
  }
  readonly now = (): Growing => this.#now

  /** Runs it from the start; whatever was under way is left. */
  async start(model: Model, experiment: Experiment, { curves = true }: Options = {}): Promise<void> {
    this.cancel()
    const signal = (this.#signal = { aborted: false })
    this.#tell({ ...resting, state: 'running', most: experiment.cells.length * experiment.runs.most })
    try {
      const results = await this.#run(model, experiment, signal, curves)
      if (!signal.aborted) this.#finish({ state: 'done', results })
    } catch (error) {
      if (!signal.aborted) this.#finish({ state: 'failed', failure: error instanceof Error ? error.message : '' })
    }
  }

  async #run(model: Model, experiment: Experiment, signal: { aborted: boolean }, curves: boolean): Promise<Results> {
    const crew = this.#hired.get()
    const asked = experiment.cells.map((cell) => ({ ...experiment.settings, ...cell }))
    const moments = curves ? momentsUpTo(await this.#horizon(model, asked, experiment.seed)) : []
    const end = Math.max(...asked.map((settings) => periodsOf(model, settings)))
    const at = moments.at(-1) === end ? moments : [...moments, end]
    const names = model.measures.map(({ name }) => name)
    const cells = asked.map(() => new CellTallies(names, moments.length))
    const along = measuringAlong(crew, { at, width: names.length, ready: () => this.#gate })
    const onChunk = ({ cell, first, values }: Chunk) => {
      if (signal.aborted) return
      cells[cell]!.add(values, curves ? along.take(asked[cell], first) : undefined, at.length)
      this.#tellSoon(() => this.#grown(moments, cells))
    }
    const paused = { ...crew, run: async (task: Parameters<typeof crew.run>[0]) => (await this.#gate, crew.run(task)) }
    const results = await runExperiment(model, experiment, { crew: curves ? along.crew : paused, signal, onChunk })
    if (!signal.aborted) this.#tell(this.#grown(moments, cells))
    return results
  }

  async #horizon(model: Model, asked: readonly Record<string, unknown>[], seed: number): Promise<number> {
    return horizonOf(
      this.#hired.get(),
      model,
      asked.map((settings) => ({ settings, seed })),
    )
  }

  #grown(moments: readonly number[], cells: readonly CellTallies[]): Growing {
    const runs = cells.reduce((sum, cell) => sum + cell.runs, 0)
    return { ...this.#now, moments, runs, cells: cells.map((cell) => cell.now()) }
  }

  /** Holds up the replications that have not begun. */
  pause(): void {
    if (this.#now.state !== 'running') return
    this.#gate = new Promise((open) => (this.#open = open))
    this.#tell({ ...this.#now, state: 'paused' })
  }

  goOn(): void {
    if (this.#now.state !== 'paused') return
    this.#open?.()
    this.#gate = Promise.resolve()
    this.#tell({ ...this.#now, state: 'running' })
  }

  /** Stops at once and keeps what has been drawn. */
  cancel(): void {
    if (this.#now.state !== 'running' && this.#now.state !== 'paused') return
    this.#signal.aborted = true
    this.#open?.()
    this.#gate = Promise.resolve()
    this.#hired.dismiss()
    this.#finish({ state: 'cancelled' })
  }

  /** For a page that goes: whatever is under way ends, and the workers with it. */
  close(): void {
    this.cancel()
    this.#hired.dismiss()
  }

  #finish(end: Pick<Growing, 'state' | 'results' | 'failure'>): void {
    clearTimeout(this.#tellAt)
    this.#tellAt = undefined
    this.#tell({ ...this.#now, ...end })
  }

  #tellSoon(make: () => Growing): void {
    this.#tellAt ??= setTimeout(() => {
      this.#tellAt = undefined
      this.#tell(make())
    }, TELL_EVERY)
  }

  #tell(now: Growing): void {
    this.#now = now
    for (const hear of this.#heard) hear()
  }
}
