/** Two-sided 95 % of the normal distribution. */
export const z95 = 1.959963984540054

export interface Interval {
  value: number
  low: number
  high: number
}

/** Share that nothing has happened to yet, after each time at which it happened to somebody. */
export interface Curve {
  readonly times: readonly number[]
  readonly left: readonly number[]
  /** Σ d / (n (n - d)), the sum in Greenwood's variance. */
  readonly greenwood: readonly number[]
  /** How many were still watched just before each time. */
  readonly watched: readonly number[]
  readonly count: number
}

/**
 * Kaplan-Meier's estimate: `times` until something happened, or until one stopped watching (`happened` 0). Whoever is
 * no longer watched at a time at which it happened to others was still watched then.
 *
 *   S(t) = Π (1 - d_i / n_i),   var S(t) = S(t)² Σ d_i / (n_i (n_i - d_i))
 *
 * Throws a RangeError for unequal lengths. O(n log n).
 * Kaplan & Meier (1958), JASA 53, 457-481; Greenwood (1926).
 */
export function kaplanMeier(times: ArrayLike<number>, happened: ArrayLike<number>): Curve {
  if (times.length !== happened.length) throw new RangeError(`${times.length} times, but ${happened.length} ends`)
  const order = Int32Array.from({ length: times.length }, (_, at) => at).sort((a, b) => times[a]! - times[b]!)
  const curve = { times: [] as number[], left: [] as number[], greenwood: [] as number[], watched: [] as number[] }
  let [left, sum] = [1, 0]
  for (let at = 0; at < order.length;) {
    const time = times[order[at]!]!
    const watched = order.length - at
    let ends = 0
    for (; at < order.length && times[order[at]!] === time; at++) ends += happened[order[at]!]! === 0 ? 0 : 1
    if (ends === 0) continue
    left *= 1 - ends / watched
    sum += ends === watched ? Infinity : ends / (watched * (watched - ends))
    curve.times.push(time)
    curve.left.push(left)
    curve.greenwood.push(sum)
    curve.watched.push(watched)
  }
  return { ...curve, count: order.length }
}

/**
 * Share to which it happened within a time, with the interval of log(-log S), which stays between 0 and 1. Where it
 * happened to none, or to all, one side comes from the exact binomial interval.
 */
export function shareWithin(curve: Curve, time: number): Interval {
  const at = lastAt(curve, time)
  if (at < 0) return { value: 0, low: 0, high: oneSided(curve.count) }
  const left = curve.left[at]!
  if (left <= 0) return { value: 1, low: 1 - oneSided(curve.count), high: 1 }
  const { low, high } = bounds(curve, at)
  return { value: 1 - left, low: 1 - high, high: 1 - low }
}

/** The time by which it happened to half, and where its interval ends; null where the curve never comes that low. */
export function median(curve: Curve): { value: number | null; low: number | null; high: number | null } {
  const first = (reached: (at: number) => number) => {
    const found = curve.times.findIndex((_, at) => reached(at) <= 0.5)
    return found < 0 ? null : curve.times[found]!
  }
  return {
    value: first((at) => curve.left[at]!),
    low: first((at) => bounds(curve, at).low),
    high: first((at) => bounds(curve, at).high),
  }
}

function bounds(curve: Curve, at: number): { low: number; high: number } {
  const left = curve.left[at]!
  if (left <= 0) return { low: 0, high: oneSided(curve.watched[at]!) }
  const spread = Math.exp((z95 * Math.sqrt(curve.greenwood[at]!)) / Math.abs(Math.log(left)))
  return { low: left ** spread, high: left ** (1 / spread) }
}

/** Upper end for none of n (Clopper and Pearson 1934). */
const oneSided = (count: number) => (count === 0 ? 1 : 1 - 0.025 ** (1 / count))

function lastAt({ times }: Curve, time: number): number {
  let at = -1
  while (at + 1 < times.length && times[at + 1]! <= time) at++
  return at
}
