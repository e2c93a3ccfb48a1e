import type { Model } from '../model.ts'
import { runCell, type Task } from './cell.ts'

/** Whoever does the work: this thread alone, or a host's workers. What comes back depends on the task alone. */
export interface Crew {
  /** How many tasks it does at a time. */
  readonly size: number
  run(task: Task): Promise<Float64Array>
  end(): Promise<void>
}

/** One thread, no workers. */
export const alone = (models: readonly Model[]): Crew => ({
  size: 1,
  run: async (task) => perform(models, task),
  end: async () => {},
})

/** Does one task: what a worker calls with the message that its host sent. */
export function perform(models: readonly Model[], task: Task): Float64Array {
  const model = models.find(({ name }) => name === task.model)
  if (!model) throw new RangeError(`There is no model ${task.model}.`)
  return runCell(model, task)
}
