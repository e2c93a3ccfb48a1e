import { below, type Random } from '@mortar/graph'
import type { Interval } from './kaplan-meier.ts'

/**
 * Gini coefficient of whole numbers: 0 where all have the same, near 1 where one has all.
 *
 *   G = 2 Σ i x_(i) / (n Σ x) - (n + 1) / n
 *
 * Undefined where there is nothing to share. Counts by value, O(n + largest).
 */
export function gini(counts: ArrayLike<number>): number | undefined {
  let largest = 0
  for (let at = 0; at < counts.length; at++) largest = Math.max(largest, counts[at]!)
  const times = new Int32Array(largest + 1)
  for (let at = 0; at < counts.length; at++) times[counts[at]!]!++
  return giniOfTimes(times, counts.length)
}

function giniOfTimes(times: Int32Array, people: number): number | undefined {
  let [sum, weighted, before] = [0, 0, 0]
  for (let value = 0; value < times.length; value++) {
    const many = times[value]!
    // The ranks before + 1 … before + many share this value.
    weighted += value * (many * before + (many * (many + 1)) / 2)
    sum += value * many
    before += many
  }
  return sum === 0 ? undefined : (2 * weighted) / (people * sum) - (people + 1) / people
}

/** The coefficient with the percentile interval of people drawn again (Efron 1979). */
export function giniInterval(counts: ArrayLike<number>, random: Random, draws = 200): Interval | undefined {
  const value = gini(counts)
  if (value === undefined) return undefined
  const drawn: number[] = []
  const again = new Int32Array(counts.length)
  for (let draw = 0; draw < draws; draw++) {
    for (let at = 0; at < again.length; at++) again[at] = counts[below(random, counts.length)]!
    drawn.push(gini(again) ?? 0)
  }
  drawn.sort((a, b) => a - b)
  return { value, low: drawn[Math.floor(draws * 0.025)]!, high: drawn[Math.ceil(draws * 0.975) - 1]! }
}
