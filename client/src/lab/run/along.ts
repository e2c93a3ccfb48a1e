import type { Crew, Task } from '@mortar/simulation'

/** What each run measured along the way: run after run, moment after moment, measure after measure. */
export interface Along {
  readonly crew: Crew
  /** The rows of a chunk that has been handed out; they are not kept any longer. */
  take(settings: unknown, first: number): Float64Array | undefined
}

const keyOf = (settings: unknown, first: number) => `${first} ${JSON.stringify(settings)}`

/**
 * A crew that measures its runs at these moments too, in rising order, of which the last is the end. What it answers is
 * what the crew behind it would: the measures at the end. `ready` holds up each task, for a pause.
 */
export function measuringAlong(
  crew: Crew,
  { at, width, ready }: { at: readonly number[]; width: number; ready: () => Promise<void> },
): Along {
  // Two cells may have the same settings, and then each takes its own.
  const kept = new Map<string, Float64Array[]>()
  const run = async (task: Task) => {
    await ready()
    const rows = await crew.run({ ...task, at })
    const key = keyOf(task.settings, task.first)
    kept.set(key, [...(kept.get(key) ?? []), rows])
    return endsOf(rows, at.length, width)
  }
  const take = (settings: unknown, first: number) => {
    const rows = kept.get(keyOf(settings, first))
    if (rows && rows.length <= 1) kept.delete(keyOf(settings, first))
    return rows?.shift()
  }
  return { crew: { ...crew, run }, take }
}

/** The last row of each run. */
function endsOf(rows: Float64Array, moments: number, width: number): Float64Array {
  const runs = rows.length / (moments * width)
  const ends = new Float64Array(runs * width)
  for (let run = 0; run < runs; run++) {
    const end = (run + 1) * moments * width
    ends.set(rows.subarray(end - width, end), run * width)
  }
  return ends
}
