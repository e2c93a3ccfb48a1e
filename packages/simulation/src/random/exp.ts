// Engines differ in the last bit of Math.exp and its kin; sums and products are the same everywhere (IEEE 754).
const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10
const TERMS = 14

const strides = [512, 64, 8, 1].map((step) => ({ step, power: scaled(1, step) }))

const inverseFactorial = Float64Array.from({ length: TERMS }, (_, n) => {
  let product = 1
  for (let factor = 2; factor <= n; factor++) product *= factor
  return 1 / product
})

/**
 * e to the power of x, within 2 units in the last place. Series of Taylor on |r| <= ln 2 / 2, after taking off a
 * multiple of ln 2 in two parts (Cody and Waite 1980). 0 below -745.2, Infinity above 709.8.
 */
export function exp(x: number): number {
  if (x !== x) return x
  if (x > 709.79) return Infinity
  if (x < -745.2) return 0
  const twos = Math.round(x / (LN2_HIGH + LN2_LOW))
  const rest = x - twos * LN2_HIGH - twos * LN2_LOW
  let sum = 0
  for (let term = TERMS - 1; term >= 0; term--) sum = sum * rest + inverseFactorial[term]!
  return scaled(sum, twos)
}

/** The natural logarithm of x > 0, within 2 units in the last place away from 1: 2 artanh((m - 1) / (m + 1)). */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN
  if (x === Infinity) return x
  let [mantissa, twos] = [x, 0]
  for (const { step, power } of strides) {
    for (; mantissa >= 0.75 * power; twos += step) mantissa /= power
    for (; mantissa < 1.5 / power; twos -= step) mantissa *= power
  }
  const ratio = (mantissa - 1) / (mantissa + 1)
  const square = ratio * ratio
  let sum = 0
  for (let odd = 27; odd >= 1; odd -= 2) sum = sum * square + 1 / odd
  return 2 * ratio * sum + twos * LN2_LOW + twos * LN2_HIGH
}

/** base to the power of a whole number exactly as repeated products give it, else exp(exponent log base). */
export function pow(base: number, exponent: number): number {
  if (!Number.isInteger(exponent)) return exp(exponent * log(base))
  let [product, square] = [1, base]
  for (let rest = Math.abs(exponent); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) product *= square
    square *= square
  }
  return exponent < 0 ? 1 / product : product
}

/** The square root, by Newton's steps from a power of two; within 1 unit in the last place. */
export function sqrt(x: number): number {
  if (!(x > 0) || x === Infinity) return x === 0 || x === Infinity ? x : NaN
  let guess = exp(log(x) / 2)
  for (let step = 0; step < 2; step++) guess = (guess + x / guess) / 2
  return guess
}

function scaled(value: number, twos: number): number {
  const factor = twos < 0 ? 0.5 : 2
  let result = value
  for (let left = Math.abs(twos); left > 0; left--) result *= factor
  return result
}
