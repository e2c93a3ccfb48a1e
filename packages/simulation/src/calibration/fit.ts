import type { Ranges } from '../experiment/design.ts'
import { quantile } from '../experiment/statistics.ts'
import { sqrt } from '../random/exp.ts'
import { linearFit, valueOf } from './least-squares.ts'

/** What was observed: a measure after a period, or at the end of the run. */
export interface Observation {
  readonly measure: string
  readonly period?: number
  readonly value: number
  /** Its standard error. Left out, it counts as one history: as uncertain as a single run is. */
  readonly error?: number
}

/** One round: what was tried, and what came of it, observation by observation. */
export interface Tried {
  /** Shares of the whole ranges. */
  readonly shares: readonly Float64Array[]
  readonly means: readonly Float64Array[]
  /** The same as it would be observed: off by as much as an observation is. */
  readonly seen: readonly Float64Array[]
  /** What an observation may be off by chance, squared: its own error and that of the runs. */
  readonly variances: Float64Array
}

/** The share of points that is kept, and how many at least. */
const KEPT = 0.15
const LEAST = 40
/** A setting whose plausible values are spread over so much of what they were before is hardly, or not at all, known. */
const WEAK = 0.4
const FLAT = 0.7
const TOGETHER = 0.9

export interface Parameter {
  readonly name: string
  readonly estimate: number
  /** The middle 95% of the plausible values. */
  readonly low: number
  readonly high: number
  /** The spread of plausible values over that of all values: 1 says that nothing was learned. */
  readonly narrowing: number
  /** `flat`: the observations do not identify it, and its estimate means nothing. */
  readonly verdict: 'identified' | 'weak' | 'flat'
  /** Where the points that were kept lie, as shares of the range. */
  readonly kept: [number, number]
}

export interface Warning {
  /** `flat`, `together` (only their combination is known) or `misfit` (the model gives nothing like it). */
  readonly kind: 'flat' | 'together' | 'misfit'
  readonly settings: readonly string[]
  readonly meaning: string
}

export interface Fit {
  readonly parameters: readonly Parameter[]
  readonly warnings: readonly Warning[]
  /** Squared errors of the best point for each observation, in units of what chance does: about 1 where the model fits. */
  readonly misfit: number
  /** Plausible settings, a column each. */
  readonly sample: Readonly<Record<string, Float64Array>>
}

export function fitFrom(ranges: Ranges, observed: readonly Observation[], tried: Tried): Fit {
  const names = Object.keys(ranges)
  const off = tried.seen.map((seen) => misfitOf(seen, observed, tried.variances))
  const nearest = [...off.keys()].sort((one, other) => off[one]! - off[other]! || one - other)
  const kept = nearest.slice(0, Math.max(LEAST, Math.round(KEPT * off.length)))
  const sample = adjusted(observed, tried, kept, off)
  const weights = weightsOf(kept, off)
  const parameters = names.map((name, at) =>
    parameterOf(
      name,
      ranges[name]!,
      sample[at]!,
      weights,
      kept.map((point) => tried.shares[point]![at]!),
    ),
  )
  const best = Math.min(...kept.map((point) => misfitOf(tried.means[point]!, observed, tried.variances)))
  const misfit = best / observed.length
  return {
    parameters,
    warnings: warningsOf(parameters, sample, weights, misfit, observed.length),
    misfit,
    sample: Object.fromEntries(
      names.map((name, at) => [name, sample[at]!.map((share) => inRange(ranges[name]!, share))]),
    ),
  }
}

const inRange = ([from, to]: readonly [number, number], share: number) => from + (to - from) * share

function misfitOf(means: Float64Array, observed: readonly Observation[], variances: Float64Array): number {
  return observed.reduce((sum, { value }, at) => {
    const difference = means[at]! - value
    return sum + (difference * difference) / variances[at]!
  }, 0)
}

/** The nearer the heavier (Epanechnikov). */
function weightsOf(kept: readonly number[], off: readonly number[]): Float64Array {
  const furthest = off[kept.at(-1)!]! * (1 + 1e-9) + 1e-12
  return Float64Array.from(kept, (point) => 1 - off[point]! / furthest)
}

/**
 * The kept points, moved to where they would lie had they given exactly what was observed. What is regressed on is what
 * all points together say about each setting (as many numbers as settings), so that long series do not overfit.
 */
function adjusted(
  observed: readonly Observation[],
  tried: Tried,
  kept: readonly number[],
  off: readonly number[],
): Float64Array[] {
  const scales = tried.variances.map((variance) => 1 / sqrt(variance))
  const summary = (values: ArrayLike<number>) =>
    Float64Array.from(scales, (scale, at) => (values[at]! - observed[at]!.value) * scale)
  const all = tried.seen.map(summary)
  const alike = new Float64Array(all.length).fill(1)
  const said = tried.shares[0]!.map((_, at) => at)
  const fits = Array.from(said, (at) =>
    linearFit(
      all,
      tried.shares.map((shares) => shares[at]!),
      alike,
    ),
  )
  const tells = (row: ArrayLike<number>) => Float64Array.from(fits, (fit) => valueOf(fit, row))
  const target = tells(new Float64Array(observed.length))
  const weights = weightsOf(kept, off)
  const rows = kept.map((point) => tells(all[point]!).map((value, at) => value - target[at]!))
  return Array.from(said, (at) => {
    const own = kept.map((point) => tried.shares[point]![at]!)
    const fit = linearFit(rows, own, weights)
    const here = Float64Array.from(rows, (row, place) => own[place]! - (valueOf(fit, row) - fit[0]!))
    // A fit follows its own points: what is left is spread less than it would be of others.
    const stretch = sqrt(kept.length / (kept.length - fit.length))
    const { mean } = momentsOf(here, weights)
    return here.map((share) => Math.min(1, Math.max(0, mean + stretch * (share - mean))))
  })
}

function parameterOf(
  name: string,
  range: readonly [number, number],
  sample: Float64Array,
  weights: Float64Array,
  own: number[],
): Parameter {
  const { mean, variance } = momentsOf(sample, weights)
  // The spread of a value of which nothing is known but its range is 1 / sqrt 12 of it.
  const narrowing = sqrt(variance * 12)
  const [from, to] = [Math.min(...own), Math.max(...own)]
  const margin = 0.1 * (to - from)
  return {
    name,
    estimate: inRange(range, mean),
    low: inRange(range, quantile(sample, outer(sample.length))),
    high: inRange(range, quantile(sample, 1 - outer(sample.length))),
    narrowing,
    verdict: narrowing > FLAT ? 'flat' : narrowing > WEAK ? 'weak' : 'identified',
    kept: [Math.max(0, from - margin), Math.min(1, to + margin)],
  }
}

/** Which share of a sample to count off so that a fortieth of the next ones lie beyond (type 6 of Hyndman and Fan). */
const outer = (size: number) => Math.max(0, (0.025 * (size + 1) - 1) / (size - 1))

function momentsOf(values: Float64Array, weights: Float64Array): { mean: number; variance: number } {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const mean = values.reduce((sum, value, at) => sum + weights[at]! * value, 0) / all
  const variance = values.reduce((sum, value, at) => sum + weights[at]! * (value - mean) * (value - mean), 0) / all
  return { mean, variance }
}

function warningsOf(
  parameters: readonly Parameter[],
  sample: Float64Array[],
  weights: Float64Array,
  misfit: number,
  observed: number,
): Warning[] {
  const flat = parameters.filter(({ verdict }) => verdict === 'flat').map(({ name }) => name)
  const warnings: Warning[] = flat.map((name) => ({
    kind: 'flat',
    settings: [name],
    meaning: `The observations do not identify ${name}: other values fit as well.`,
  }))
  parameters.forEach((one, at) => {
    for (let second = at + 1; second < parameters.length; second++) {
      const other = parameters[second]!
      if (one.verdict === 'identified' || other.verdict === 'identified') continue
      if (Math.abs(correlation(sample[at]!, sample[second]!, weights)) < TOGETHER) continue
      warnings.push({
        kind: 'together',
        settings: [one.name, other.name],
        meaning: `The observations identify ${one.name} and ${other.name} only together: a change of one makes up for a change of the other.`,
      })
    }
  })
  if (misfit > 1 + 4 * sqrt(2 / observed))
    warnings.push({
      kind: 'misfit',
      settings: parameters.map(({ name }) => name),
      meaning: 'Nowhere in these ranges does the model give what was observed.',
    })
  return warnings
}

function correlation(one: Float64Array, other: Float64Array, weights: Float64Array): number {
  const [first, second] = [momentsOf(one, weights), momentsOf(other, weights)]
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const shared =
    one.reduce((sum, value, at) => sum + weights[at]! * (value - first.mean) * (other[at]! - second.mean), 0) / all
  const both = first.variance * second.variance
  return both === 0 ? 0 : shared / sqrt(both)
}
