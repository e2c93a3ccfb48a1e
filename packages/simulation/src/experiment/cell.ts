import { type Model, settingsFor } from '../model.ts'
import { chanceOf } from '../random/stream.ts'

/** Some replications of one cell: all that a worker needs to know. */
export interface Task {
  readonly model: string
  readonly settings: unknown
  readonly seed: number
  /** The first replication and how many. */
  readonly first: number
  readonly count: number
  /** Without the model's shorter way, to compare. */
  readonly plain?: boolean
  /** Measures after these periods, in rising order, instead of at the end; a run that is over early stays as it is. */
  readonly at?: readonly number[]
}

/**
 * The measures at the end of some replications: replication after replication, within it period after period where the
 * task names some, each in the order of the model's measures. Pure: depends on the task alone, so that it may run
 * anywhere. Throws a ZodError for wrong settings.
 */
export function runCell<Settings>(model: Model<Settings>, task: Omit<Task, 'model'>): Float64Array {
  const settings = settingsFor(model, task.settings)
  if (task.at) return alongTheWay(model, settings, task, task.at)
  const width = model.measures.length
  const values = new Float64Array(task.count * width)
  const row = new Float64Array(width)
  for (let run = 0; run < task.count; run++) {
    model.finish(settings, chanceOf(task.seed, task.first + run), row, task.plain)
    values.set(row, run * width)
  }
  return values
}

function alongTheWay<Settings>(
  model: Model<Settings>,
  settings: Settings,
  { seed, first, count }: Omit<Task, 'model'>,
  at: readonly number[],
): Float64Array {
  const width = model.measures.length
  const values = new Float64Array(count * at.length * width)
  let row = 0
  for (let replication = first; replication < first + count; replication++) {
    const run = model.open(settings, chanceOf(seed, replication))
    for (const period of at) {
      while (!run.over && run.period < period) run.step()
      run.measure(values.subarray(row, (row += width)))
    }
  }
  return values
}
