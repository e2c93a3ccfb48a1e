import type { Crew } from '../experiment/crew.ts'
import type { Cell, Ranges } from '../experiment/design.ts'
import type { Model } from '../model.ts'
import { fieldsOf } from '../settings.ts'

export interface PointOptions {
  readonly crew: Crew
  /** Points done, of how many. */
  readonly onProgress?: (done: number, of: number) => void
  readonly signal?: { readonly aborted: boolean }
}

interface Ask {
  readonly model: Model
  readonly settings: Cell
  readonly seed: number
  readonly runs: number
  readonly at?: readonly number[]
  /** Each point meets replications of its own, so that their luck averages out; else all meet the same ones. */
  readonly apart?: boolean
}

/**
 * The rows of `runs` replications at each point, in the order of the points whoever computed them.
 * Aborted, it returns the points up to the first that is missing.
 */
export async function rowsAt(
  points: readonly Cell[],
  { model, settings, seed, runs, at, apart = false }: Ask,
  { crew, onProgress, signal }: PointOptions,
): Promise<Float64Array[]> {
  const rows: Float64Array[] = []
  let [next, done] = [0, 0]
  const work = async () => {
    while (next < points.length && !signal?.aborted) {
      const point = next++
      const first = apart ? point * runs : 0
      const task = { model: model.name, settings: { ...settings, ...points[point] }, seed, first, count: runs }
      rows[point] = await crew.run(at ? { ...task, at } : task)
      onProgress?.(++done, points.length)
    }
  }
  await Promise.all(Array.from({ length: crew.size }, work))
  const missing = points.findIndex((_, point) => !rows[point])
  return missing < 0 ? rows : rows.slice(0, missing)
}

/** Settings out of shares of their ranges, whole where the model wants whole numbers. Throws a RangeError for one it has not. */
export function pointMaker(model: Model, ranges: Ranges): (shares: ArrayLike<number>) => Record<string, number> {
  const fields = fieldsOf(model.settings)
  const whole = Object.keys(ranges).map((name) => {
    const field = fields.find((each) => each.name === name)
    if (field?.kind !== 'number' && field?.kind !== 'integer')
      throw new RangeError(`The model ${model.name} has no number named ${name} to vary.`)
    return field.kind === 'integer'
  })
  return (shares) =>
    Object.fromEntries(
      Object.entries(ranges).map(([name, [from, to]], at) => {
        const value = from + (to - from) * shares[at]!
        return [name, whole[at] ? Math.round(value) : value]
      }),
    )
}
