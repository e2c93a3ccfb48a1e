import type { Moment } from './scene.ts'

interface Open {
  readonly model: string
  readonly settings: Readonly<Record<string, unknown>>
  readonly seed: number
}

export type ToWatch = { readonly asked: number } & ({ readonly open: Open } | { readonly steps: number })
type Told = { asked: number } & ({ moment: Moment } | { moments: Moment[] } | { failure: string })

/** One run in a worker of its own, stepped period by period. */
export interface Watched {
  /** The measures of every period so far, the start first. */
  readonly rows: readonly Float64Array[]
  readonly moment: Moment | undefined
  readonly failure?: string
}

export class WatchedRun {
  #worker: Worker | undefined
  #asked = 0
  #waiting = false
  #now: Watched = { rows: [], moment: undefined }
  readonly #heard = new Set<() => void>()

  readonly listen = (hear: () => void): (() => void) => {
    this.#heard.add(hear)
    return () => void this.#heard.delete(hear)
  }
  readonly now = (): Watched => this.#now

  /** Opens the run at its start; the same settings and seed replay it. */
  open(open: Open): void {
    this.#waiting = false
    this.#send({ open })
  }

  /** Goes on by so many periods; does nothing while it is still on the way, or once over. */
  step(steps = 1): void {
    if (!this.#waiting && this.#now.moment && !this.#now.moment.over) this.#send({ steps })
  }

  close(): void {
    this.#worker?.terminate()
    this.#worker = undefined
  }

  #send(message: { open: Open } | { steps: number }): void {
    this.#worker ??= this.#hired()
    this.#waiting = true
    this.#worker.postMessage({ ...message, asked: ++this.#asked })
  }

  #hired(): Worker {
    const worker = new Worker(new URL('./watch-worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => this.#hear(data))
    return worker
  }

  #hear(told: Told): void {
    // What was asked before the last opening is of another run.
    if (told.asked !== this.#asked) return
    this.#waiting = false
    if ('failure' in told) this.#now = { ...this.#now, failure: told.failure }
    else if ('moment' in told) this.#now = { rows: [told.moment.measures], moment: told.moment }
    else {
      const rows = [...this.#now.rows, ...told.moments.map(({ measures }) => measures)]
      this.#now = { rows, moment: told.moments.at(-1) ?? this.#now.moment }
    }
    for (const hear of this.#heard) hear()
  }
}
