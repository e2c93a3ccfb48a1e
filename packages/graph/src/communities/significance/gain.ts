/** Ties between people of different units, and of the same unit. */
export interface TieCounts {
  readonly across: number
  readonly within: number
}

/**
 * The gain of a set of s people among n that hold E ties where μ are expected, summed over ties across and within units:
 *
 *   gain = Σ ( E ln(E / μ) - (E - μ) ) - ln C(n, s)
 *
 * The sum is the log-likelihood ratio of Poisson counts (0 where E < μ); the last term pays for having searched all
 * sets of that size (a union bound), so that a positive gain is rare by chance in the whole network, however cleverly
 * the set was chosen. It is also the description length saved by naming the set.
 */
export const gainOf = (ties: TieCounts, expected: TieCounts, size: number, nodes: number): number =>
  surprise(ties.across, expected.across) + surprise(ties.within, expected.within) - logChoose(nodes, size)

function surprise(ties: number, expected: number): number {
  if (ties <= expected) return 0
  return ties * Math.log(ties / Math.max(expected, 1e-9)) - (ties - expected)
}

/** ln of the number of ways to choose (Stirling's series for the factorials). */
export const logChoose = (all: number, some: number) =>
  logFactorial(all) - logFactorial(some) - logFactorial(all - some)

function logFactorial(n: number): number {
  if (n < 2) return 0
  return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + 1 / (12 * n) - 1 / (360 * n ** 3)
}
