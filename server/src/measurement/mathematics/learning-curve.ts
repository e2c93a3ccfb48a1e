import { type Random, shuffle } from '@mortar/graph'
import { z95 } from './kaplan-meier.ts'

/** y = a x^-b, fitted on logarithms. */
export interface LearningCurve {
  readonly a: number
  readonly b: number
  /** What is left of the time after each doubling, 2^-b: 0.8 means a fifth less; above 1 it grows. */
  readonly ratio: number
  readonly low: number
  readonly high: number
}

/**
 * Learning curve by least squares of log y on log x, with the interval of its slope. Undefined for fewer than three
 * points or where all x are the same. Values above 0.
 *
 * Wright (1936), J. Aeronautical Sciences 3, 122-128; of communities: Schenkel & Teigland (2008), JKM 12(1).
 */
export function learningCurve(x: readonly number[], y: readonly number[]): LearningCurve | undefined {
  const line = lineThrough(x.map(Math.log), y.map(Math.log))
  if (!line || x.length < 3) return undefined
  const error = Math.sqrt(line.squares / (x.length - 2) / line.spread)
  const ratio = (slope: number) => 2 ** slope
  return {
    a: Math.exp(line.at),
    b: -line.slope,
    ratio: ratio(line.slope),
    low: ratio(line.slope - z95 * error),
    high: ratio(line.slope + z95 * error),
  }
}

export interface Break {
  /** The place of the first point after it. */
  readonly at: number
  /** Chow's F at that place, the largest of all places tried. */
  readonly f: number
  /** Share of shuffled residuals whose largest F is as large. */
  readonly chance: number
}

/**
 * Whether the curve breaks, and where: the largest F of Chow over all places that leave 15 % on either side, held
 * against the same points with their residuals in random order. Undefined for fewer than ten points.
 *
 * Chow (1960), Econometrica 28, 591-605; unknown place: Andrews (1993), Econometrica 61, 821-856.
 */
export function breakOf(x: readonly number[], y: readonly number[], random: Random, draws = 200): Break | undefined {
  const [logX, logY] = [x.map(Math.log), y.map(Math.log)]
  const line = lineThrough(logX, logY)
  if (!line || x.length < 10) return undefined
  const largest = largestF(logX, logY)
  const order = Int32Array.from(x.keys())
  let asLarge = 0
  for (let draw = 0; draw < draws; draw++) {
    shuffle(order, random)
    const again = logX.map((value, at) => {
      const from = order[at]!
      return line.at + line.slope * value + (logY[from]! - line.at - line.slope * logX[from]!)
    })
    if (largestF(logX, again).f >= largest.f) asLarge++
  }
  return { ...largest, chance: (1 + asLarge) / (1 + draws) }
}

/** Sums up to each place, so that every split costs the same. */
function largestF(x: readonly number[], y: readonly number[]): { at: number; f: number } {
  const columns = Array.from({ length: 5 }, () => new Float64Array(x.length + 1))
  const [sumX, sumY, sumXX, sumXY, sumYY] = columns as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  for (let at = 0; at < x.length; at++) {
    sumX[at + 1] = sumX[at]! + x[at]!
    sumY[at + 1] = sumY[at]! + y[at]!
    sumXX[at + 1] = sumXX[at]! + x[at]! * x[at]!
    sumXY[at + 1] = sumXY[at]! + x[at]! * y[at]!
    sumYY[at + 1] = sumYY[at]! + y[at]! * y[at]!
  }
  const residual = (from: number, to: number) => {
    const n = to - from
    const [sx, sy] = [sumX[to]! - sumX[from]!, sumY[to]! - sumY[from]!]
    const spread = sumXX[to]! - sumXX[from]! - (sx * sx) / n
    const shared = sumXY[to]! - sumXY[from]! - (sx * sy) / n
    const all = sumYY[to]! - sumYY[from]! - (sy * sy) / n
    return Math.max(0, all - (spread <= 1e-12 ? 0 : (shared * shared) / spread))
  }
  const whole = residual(0, x.length)
  const edge = Math.max(3, Math.ceil(0.15 * x.length))
  let best = { at: edge, f: 0 }
  for (let at = edge; at <= x.length - edge; at++) {
    const apart = residual(0, at) + residual(at, x.length)
    const f = apart <= 1e-12 ? (whole <= 1e-12 ? 0 : Infinity) : (whole - apart) / 2 / (apart / (x.length - 4))
    if (f > best.f) best = { at, f }
  }
  return best
}

function lineThrough(x: readonly number[], y: readonly number[]) {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanX, meanY] = [mean(x), mean(y)]
  const spread = x.reduce((sum, value) => sum + (value - meanX) ** 2, 0)
  if (!(spread > 0)) return undefined
  const slope = x.reduce((sum, value, place) => sum + (value - meanX) * (y[place]! - meanY), 0) / spread
  const at = meanY - slope * meanX
  return { at, slope, spread, squares: y.reduce((sum, value, place) => sum + (value - at - slope * x[place]!) ** 2, 0) }
}
