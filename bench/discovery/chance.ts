import { type Random, below } from '@mortar/graph'

/** Draws whole numbers low … high with probability ∝ x^-exponent. */
export function powerLaw(low: number, high: number, exponent: number, random: Random): () => number {
  const sums = new Float64Array(high - low + 1)
  let sum = 0
  for (let x = low; x <= high; x++) sums[x - low] = sum += x ** -exponent
  return () => low + Math.min(high - low, firstAbove(sums, random() * sum))
}

/** Draws an index with probability ∝ its weight. */
export function weighted(weights: Float64Array, random: Random): () => number {
  const sums = new Float64Array(weights.length)
  let sum = 0
  weights.forEach((weight, index) => (sums[index] = sum += weight))
  return () => Math.min(weights.length - 1, firstAbove(sums, random() * sum))
}

/** Standard normal (Box and Muller). */
export const normal = (random: Random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/** Sizes low … high by a power law that add up to `total`; what is left over goes to the last. */
export function sizesFor(total: number, low: number, high: number, exponent: number, random: Random): number[] {
  const draw = powerLaw(low, high, exponent, random)
  const sizes: number[] = []
  let sum = 0
  while (sum < total) {
    sizes.push(draw())
    sum += sizes.at(-1)!
  }
  const last = sizes.pop()! - (sum - total)
  if (last >= low || sizes.length === 0) sizes.push(last)
  else sizes[sizes.length - 1]! += last
  return sizes
}

/** `count` different numbers below `bound`. */
export function sample(bound: number, count: number, random: Random): number[] {
  const chosen = new Set<number>()
  while (chosen.size < Math.min(count, bound)) chosen.add(below(random, bound))
  return [...chosen]
}

function firstAbove(sums: Float64Array, value: number): number {
  let low = 0
  let high = sums.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sums[middle]! > value) high = middle
    else low = middle + 1
  }
  return low
}
