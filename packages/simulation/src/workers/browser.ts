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
  onmessage: ((event: { data: unknown }) => void) | null
  onerror: ((event: { message?: string }) => void) | null
}

/** As much of a worker's own scope as it needs to answer. */
export interface ScopeLike {
  postMessage(message: unknown): void
  onmessage: ((event: { data: unknown }) => void) | null
}

/** A crew of a browser's workers; `make` makes one, so that the bundler sees its script. */
export const browserCrew = (size: number, make: () => WorkerLike): Crew =>
  crewOver(Array.from({ length: size }, () => portOf(make())))

/** Makes this worker one of a crew: `answerIn(self)` is its whole script. */
export function answerIn(scope: ScopeLike, models: readonly Model[] = ours): void {
  scope.onmessage = ({ data }) => scope.postMessage(answerTo(models, data as Task))
}

const portOf = (worker: WorkerLike): Port => ({
  post: (message) => worker.postMessage(message),
  hear: (answered, failed) => {
    worker.onmessage = ({ data }) => answered(data as Answer)
    worker.onerror = ({ message }) => failed(new Error(message ?? 'A worker failed.'))
  },
  end: () => worker.terminate(),
})
