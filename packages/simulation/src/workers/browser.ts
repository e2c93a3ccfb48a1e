import type { Task } from '../experiment/cell.ts'
import type { Crew } from '../experiment/crew.ts'
import type { Model } from '../model.ts'
import { models as ours } from '../models/models.ts'
import { answerTo } from './answer.ts'
import { type Answer, crewOver, type Port } from './pool.ts'

/** As much of a browser's Worker as a crew needs. */
export interface WorkerLike {
  postMessage(message: unknown): void
  terminate(): void
  addEventListener(type: string, hear: (event: object) => void): void
}

/** As much of a worker's own scope, `self`, as it needs to answer. */
export interface ScopeLike {
  postMessage(message: unknown): void
  addEventListener(type: string, hear: (event: object) => void): void
}

/** A crew of a browser's workers; `make` makes one, so that the bundler sees its script. */
export const browserCrew = (size: number, make: () => WorkerLike): Crew =>
  crewOver(Array.from({ length: size }, () => portOf(make())))

/** Makes this worker one of a crew: `answerIn(self)` is its whole script. */
export function answerIn(scope: ScopeLike, models: readonly Model[] = ours): void {
  on<{ data: Task }>(scope, 'message', ({ data }) => scope.postMessage(answerTo(models, data)))
}

const portOf = (worker: WorkerLike): Port => ({
  post: (message) => worker.postMessage(message),
  hear: (answered, failed) => {
    on<{ data: Answer }>(worker, 'message', ({ data }) => answered(data))
    on<{ message?: string }>(worker, 'error', ({ message }) => failed(new Error(message || 'A worker failed.')))
  },
  end: () => worker.terminate(),
})

const on = <Heard extends object>(whom: WorkerLike | ScopeLike, type: string, hear: (event: Heard) => void): void =>
  whom.addEventListener(type, hear as (event: object) => void)
