import { sqrt } from '../random/exp.ts'

/** Two-sided 95% of the normal distribution. */
export const Z95 = 1.959963984540054

/** What many numbers come to, kept without keeping them (Welford 1962). Add them in order for the same last bit. */
export class Tally {
  count = 0
  mean = 0
  #squares = 0

  add(value: number): void {
    this.count++
    const off = value - this.mean
    this.mean += off / this.count
    this.#squares += off * (value - this.mean)
  }

  /** Of the sample, with n - 1; 0 for fewer than two. */
  get variance(): number {
    return this.count < 2 ? 0 : this.#squares / (this.count - 1)
  }

  get deviation(): number {
    return sqrt(this.variance)
  }

  /** Standard error of the mean; infinite for fewer than two. */
  get error(): number {
    return this.count < 2 ? Infinity : sqrt(this.variance / this.count)
  }

  /** Half the width of the normal 95% interval of the mean; meant for 30 runs or more. */
  get halfWidth(): number {
    return Z95 * this.error
  }
}

export function tallyOf(values: Iterable<number>): Tally {
  const tally = new Tally()
  for (const value of values) tally.add(value)
  return tally
}

/** The value below which this share lies, between neighbours (type 7 of Hyndman and Fan 1996); NaN of nothing. */
export function quantile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort()
  if (sorted.length === 0) return NaN
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const above = Math.min(below + 1, sorted.length - 1)
  return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!)
}

/** Two settings met in the same replications, on common random numbers. */
export interface Contest {
  readonly pairs: number
  readonly wins: number
  readonly losses: number
  readonly ties: number
  /** Mean of one less the other, pair by pair; its standard error and half the width of its 95% interval. */
  readonly difference: number
  readonly error: number
  readonly halfWidth: number
}

/** Pairs the values by place; differences up to `tie` count as none. Throws a RangeError for unequal lengths. */
export function contest(one: ArrayLike<number>, other: ArrayLike<number>, tie = 0): Contest {
  if (one.length !== other.length) throw new RangeError(`${one.length} runs cannot meet ${other.length}.`)
  const tally = new Tally()
  let [wins, losses] = [0, 0]
  for (let pair = 0; pair < one.length; pair++) {
    const difference = one[pair]! - other[pair]!
    tally.add(difference)
    if (difference > tie) wins++
    else if (difference < -tie) losses++
  }
  const { count: pairs, mean: difference, error, halfWidth } = tally
  return { pairs, wins, losses, ties: pairs - wins - losses, difference, error, halfWidth }
}
