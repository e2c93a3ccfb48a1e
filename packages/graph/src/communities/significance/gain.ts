import { strengthEvidence, tiltOf } from './tilt.ts'

/** Ties between people of different units, and of the same unit. */
export interface TieCounts {
  readonly across: number
  readonly within: number
}

/** Ties with the sum of their ranks; 0 where the network has no weights. */
export interface RankedTies extends TieCounts {
  readonly ranks: number
}

/** What chance would give: ties expected, from the members' strength across units in all. */
export interface Expectation extends TieCounts {
  readonly strength: number
}

/**
 * The gain of a set of s people among n, in nats: how surprising its ties are, less the cost of having searched.
 *
 *   gain = -ln P(ties across) - ln P(ties within) + strength - ln C(n, s) - ln n
 *
 * Across units P is that of the configuration model, within them that of a Poisson count; no surprise where ties are
 * as many as expected or fewer. Strength is how much
 * better the ranks of the ties fit those of a community (`strengthEvidence`). The last two terms pay for all sets of that size and all sizes (a union bound), so
 * that a positive gain is rare by chance in the whole network, however cleverly the set was chosen.
 */
export const gainOf = (ties: RankedTies, expected: Expectation, size: number, nodes: number): number =>
  surpriseOfMatching(ties.across, expected.across, expected.strength) +
  surpriseOfCount(ties.within, expected.within) +
  strengthOf(ties) -
  logChoose(nodes, size) -
  Math.log(nodes)

function strengthOf({ across, within, ranks }: RankedTies): number {
  const ties = across + within
  return ties === 0 ? 0 : strengthEvidence(tiltOf(ranks / ties), ties, ranks)
}

/**
 * -ln P( E ties inside a set of a stubs ) when M stubs are matched at random, with M such that a² / 2M are expected:
 *
 *   P = a! (M - a)! (M/2)! 2^(a - 2E) / ( (a - 2E)! E! (M/2 - a + E)! M! )
 *
 * A Poisson count would forget that ties inside use up stubs, and so take a community that is most of what its members
 * do for less than it is. O(1).
 */
export function surpriseOfMatching(ties: number, expected: number, stubs: number): number {
  if (ties <= expected || stubs < 2 * ties) return 0
  const outward = stubs - 2 * ties
  const all = Math.max(stubs ** 2 / 2 / Math.max(expected, 1e-9), stubs + outward)
  const others = all / 2 - stubs + ties
  const logP =
    logFactorial(stubs) +
    logFactorial(all - stubs) +
    logFactorial(all / 2) +
    outward * Math.LN2 -
    logFactorial(outward) -
    logFactorial(ties) -
    logFactorial(others) -
    logFactorial(all)
  return Math.max(0, -logP)
}

/** The same of a Poisson count: E ln(E / μ) - (E - μ). */
function surpriseOfCount(ties: number, expected: number): number {
  if (ties <= expected) return 0
  return ties * Math.log(ties / Math.max(expected, 1e-9)) - (ties - expected)
}

/** ln of the number of ways to choose. */
export const logChoose = (all: number, some: number) =>
  logFactorial(all) - logFactorial(some) - logFactorial(all - some)

/** ln x!, also between whole numbers (Stirling's series, shifted to where it is exact to eight digits). */
export function logFactorial(x: number): number {
  if (x < 0) return 0
  let [shifted, divisor] = [x, 1]
  while (shifted < 7) divisor *= ++shifted
  const series = 1 / (12 * shifted) - 1 / (360 * shifted ** 3)
  return shifted * Math.log(shifted) - shifted + Math.log(2 * Math.PI * shifted) / 2 + series - Math.log(divisor)
}
