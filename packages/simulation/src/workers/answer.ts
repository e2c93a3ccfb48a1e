import { perform } from '../experiment/crew.ts'
import type { Task } from '../experiment/cell.ts'
import type { Model } from '../model.ts'
import type { Answer } from './pool.ts'

/** What a worker says to a task; a failure travels as its words. */
export function answerTo(models: readonly Model[], task: Task): Answer {
  try {
    return { values: perform(models, task) }
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) }
  }
}
