import type { Cell, Ranges } from '../experiment/design.ts'
import { tallyOf } from '../experiment/statistics.ts'
import { measureAt, type Model } from '../model.ts'
import { chanceOf, type Stream } from '../random/stream.ts'
import { pointMaker, type PointOptions, rowsAt } from './points.ts'

/** One walk through the ranges: each next point differs from the one before in a single setting. */
export interface Walk {
  /** Shares of the ranges, a row for each point. */
  readonly points: readonly Float64Array[]
  /** The setting that changed on the way to each point but the first. */
  readonly changed: Int32Array
}

/**
 * Walks over a grid of `levels` (even) values of each of `dimensions` settings, each step half the grid and a bit.
 *
 * Source: Morris (1991), Factorial sampling plans for preliminary computational experiments, Technometrics 33(2).
 */
export function morrisWalks(dimensions: number, walks: number, levels: number, chance: Stream): Walk[] {
  if (levels < 2 || levels % 2 !== 0) throw new RangeError(`An even number of levels, not ${levels}.`)
  const half = levels / 2
  return Array.from({ length: walks }, () => {
    // A start on the lower half can go up, one on the upper half can go down: all values come alike.
    const place = Int32Array.from({ length: dimensions }, () => chance.below(levels))
    const changed = Int32Array.from({ length: dimensions }, (_, at) => at)
    chance.shuffle(changed)
    const share = () => Float64Array.from(place, (level) => level / (levels - 1))
    const points = [share()]
    for (const at of changed) {
      place[at]! += place[at]! < half ? half : -half
      points.push(share())
    }
    return { points, changed }
  })
}

/** What one setting does to a measure, going through the whole of its range. */
export interface Effect {
  readonly name: string
  /** Mean effect: with its sign, and without (mu*), by which settings are ranked. */
  readonly mean: number
  readonly strength: number
  /** Half of the 95% interval of the strength. */
  readonly halfWidth: number
  /** Spread of the effect: large where it hangs on other settings or is no straight line. */
  readonly spread: number
}

/** Effects out of what came of each point, walk after walk. */
export function morrisEffects(names: readonly string[], walks: readonly Walk[], values: ArrayLike<number>): Effect[] {
  const effects: number[][] = names.map(() => [])
  let at = 0
  for (const { points, changed } of walks) {
    changed.forEach((setting, step) => {
      const moved = points[step + 1]![setting]! - points[step]![setting]!
      const difference = values[at + step + 1]! - values[at + step]!
      if (moved !== 0 && difference === difference) effects[setting]!.push(difference / moved)
    })
    at += points.length
  }
  return names.map((name, setting) => {
    const [plain, without] = [tallyOf(effects[setting]!), tallyOf(effects[setting]!.map((each) => Math.abs(each)))]
    return { name, mean: plain.mean, strength: without.mean, halfWidth: without.halfWidth, spread: plain.deviation }
  })
}

export interface Screening {
  readonly settings: Cell
  readonly ranges: Ranges
  readonly measure: string
  readonly walks: number
  readonly levels?: number
  readonly runs: number
  readonly seed: number
}

/** Which settings matter for a measure, strongest first. All points meet the same replications. */
export async function screen(model: Model, asked: Screening, options: PointOptions): Promise<Effect[]> {
  const { settings, ranges, measure, walks: count, levels = 4, runs, seed } = asked
  const names = Object.keys(ranges)
  const [place, width] = [measureAt(model, measure), model.measures.length]
  const walks = morrisWalks(names.length, count, levels, chanceOf(seed, 0).stream(0))
  const make = pointMaker(model, ranges)
  const points = walks.flatMap((walk) => walk.points.map(make))
  const rows = await rowsAt(points, { model, settings, seed, runs }, options)
  const whole = walks.slice(0, Math.floor(rows.length / (names.length + 1)))
  const values = rows.map((row) => tallyOf(row.filter((_, at) => at % width === place)).mean)
  return morrisEffects(names, whole, values).toSorted((one, other) => other.strength - one.strength)
}
