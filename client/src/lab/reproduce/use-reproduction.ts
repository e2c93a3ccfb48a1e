import { type Budget, type Figure, type Line, reproduceStudy, studies, type Study } from '@mortar/simulation'
import { useEffect, useState } from 'react'
import { dismissCrew, labCrew } from '../run/crew.ts'
import { useTold } from '../run/use-told.ts'

export interface Reproduced {
  readonly lines: readonly Line[]
  readonly figures: readonly Figure[]
}

export interface Reproduction {
  readonly state: 'resting' | 'running' | 'done' | 'stopped' | 'failed'
  readonly budget: Budget
  /** Runs of all that was asked for. */
  readonly done: number
  readonly of: number
  /** The study under way. */
  readonly under: string | undefined
  readonly found: Readonly<Record<string, Reproduced>>
  readonly failure?: string
}

const resting: Reproduction = { state: 'resting', budget: 'quick', done: 0, of: 0, under: undefined, found: {} }
// Often enough to look alive, seldom enough to leave the page its time.
const TELL_EVERY = 120

/** Reproduces studies one after another in this tab's workers, and tells each as soon as it is there. */
class Reproducing {
  #now = resting
  #signal = { aborted: false }
  #toldAt = 0
  readonly #heard = new Set<() => void>()

  readonly listen = (hear: () => void): (() => void) => {
    this.#heard.add(hear)
    return () => void this.#heard.delete(hear)
  }
  readonly now = (): Reproduction => this.#now

  async start(asked: readonly Study[], budget: Budget): Promise<void> {
    this.stop()
    const signal = (this.#signal = { aborted: false })
    const runsOf = (study: Study) => study.cells.length * study.runs[budget]
    const of = asked.reduce((sum, study) => sum + runsOf(study), 0)
    this.#tell({ ...resting, state: 'running', budget, of })
    try {
      let before = 0
      for (const study of asked) {
        this.#tell({ ...this.#now, under: study.name })
        const onRuns = (done: number) => this.#tellSometimes({ ...this.#now, done: before + done })
        const reproduced = await reproduceStudy(study, { crew: labCrew(), budget, signal, onRuns })
        if (!reproduced || signal.aborted) return
        before += runsOf(study)
        this.#tell({ ...this.#now, done: before, found: { ...this.#now.found, [study.name]: reproduced } })
      }
      this.#tell({ ...this.#now, state: 'done', under: undefined })
    } catch (error) {
      if (signal.aborted) return
      const failure = error instanceof Error ? error.message : String(error)
      this.#tell({ ...this.#now, state: 'failed', under: undefined, failure })
    }
  }

  /** Stops at once and keeps what is there. */
  stop(): void {
    if (this.#now.state !== 'running') return
    this.#signal.aborted = true
    dismissCrew()
    this.#tell({ ...this.#now, state: 'stopped', under: undefined })
  }

  #tellSometimes(now: Reproduction): void {
    this.#now = now
    if (performance.now() - this.#toldAt > TELL_EVERY) this.#tell(now)
  }

  #tell(now: Reproduction): void {
    this.#now = now
    this.#toldAt = performance.now()
    for (const hear of this.#heard) hear()
  }
}

/** The studies of one model, or all. */
export const studiesFor = (model: string | undefined): readonly Study[] =>
  studies.filter((study) => model === undefined || study.model.name === model)

/** It ends with the page. */
export function useReproduction() {
  const [reproducing] = useState(() => new Reproducing())
  const now = useTold(reproducing)
  useEffect(() => () => reproducing.stop(), [reproducing])
  return [now, reproducing] as const
}
