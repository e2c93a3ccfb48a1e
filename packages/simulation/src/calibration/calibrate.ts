import type { Cell, Ranges } from '../experiment/design.ts'
import { sobolPoints } from '../experiment/sobol.ts'
import { tallyOf } from '../experiment/statistics.ts'
import { measureAt, type Model } from '../model.ts'
import { sqrt } from '../random/exp.ts'
import { chanceOf, type Stream } from '../random/stream.ts'
import { type Fit, fitFrom, type Observation, type Tried } from './fit.ts'
import { pointMaker, type PointOptions, rowsAt } from './points.ts'

export interface Calibration {
  readonly settings: Cell
  /** The settings to find, and where each of them may lie, all places alike beforehand. */
  readonly ranges: Ranges
  readonly observed: readonly Observation[]
  /** Points tried in each round; powers of two fill the ranges best. */
  readonly points: number
  /** Runs at each point. */
  readonly runs: number
  readonly rounds?: number
  readonly seed: number
}

/**
 * Settings under which the model gives what was observed: approximate Bayesian computation over Sobol points, in rounds
 * that close in on what fits, with regression adjustment. It warns where the observations do not tell settings apart.
 * Throws a RangeError for a setting or measure the model has not, or if aborted before a round was whole.
 *
 * Source: Beaumont, Zhang and Balding (2002), Approximate Bayesian computation in population genetics, Genetics 162(4).
 */
export async function calibrate(model: Model, asked: Calibration, options: PointOptions): Promise<Fit> {
  const { ranges, rounds = 2, points } = asked
  const names = Object.keys(ranges)
  let box = names.map(() => [0, 1] as [number, number])
  let fit: Fit | undefined
  for (let round = 0; round < rounds && !options.signal?.aborted; round++) {
    const shares = sharesIn(box, points, chanceOf(asked.seed, round))
    const tried = await tryAll(model, asked, shares, chanceOf(asked.seed, round).stream(2), {
      ...options,
      onProgress: (done) => options.onProgress?.(round * points + done, rounds * points),
    })
    if (tried.means.length < points) break
    fit = fitFrom(ranges, asked.observed, tried)
    box = fit.parameters.map(({ verdict, kept }) => (verdict === 'flat' ? [0, 1] : kept))
  }
  if (!fit) throw new RangeError('The calibration was aborted before anything could be said.')
  return fit
}

function sharesIn(
  box: readonly [number, number][],
  points: number,
  chance: ReturnType<typeof chanceOf>,
): Float64Array[] {
  const columns = sobolPoints(box.length, points, chance.stream(1))
  return Array.from({ length: points }, (_, point) =>
    Float64Array.from(box, ([from, to], at) => from + (to - from) * columns[at]![point]!),
  )
}

async function tryAll(
  model: Model,
  asked: Calibration,
  shares: Float64Array[],
  noise: Stream,
  options: PointOptions,
): Promise<Tried> {
  const { settings, ranges, observed, runs, seed } = asked
  const at = [...new Set(observed.map(({ period = Infinity }) => period))].toSorted((one, other) => one - other)
  const cells = shares.map(pointMaker(model, ranges))
  const rows = await rowsAt(cells, { model, settings, seed, runs, at, apart: true }, options)
  const width = model.measures.length
  const places = observed.map(
    ({ measure, period = Infinity }) => at.indexOf(period) * width + measureAt(model, measure),
  )
  const tallies = rows.map((row) =>
    places.map((place) => tallyOf(Array.from({ length: runs }, (_, run) => row[run * at.length * width + place]!))),
  )
  const means = tallies.map((each) => Float64Array.from(each, ({ mean }) => mean))
  const single = Float64Array.from(observed, (_, place) => tallyOf(tallies.map((each) => each[place]!.variance)).mean)
  const own = Float64Array.from(observed, ({ error }, place) => (error === undefined ? single[place]! : error * error))
  return {
    shares,
    means,
    seen: means.map((row) =>
      row.map((mean, place) => mean + sqrt(Math.max(0, own[place]! - single[place]! / runs)) * normal(noise)),
    ),
    // Nothing is known better than to a millionth.
    variances: own.map((variance, place) => {
      const { value } = observed[place]!
      return variance + single[place]! / runs + 1e-12 * (1 + value * value)
    }),
  }
}

/** Nearly normal, of deviation 1: the sum of twelve uniform numbers. */
function normal(noise: Stream): number {
  let sum = -6
  for (let draw = 0; draw < 12; draw++) sum += noise.unit()
  return sum
}
