import { philox, type Words } from './philox.ts'

const RANGE = 4294967296

/**
 * A stream of chance: 32-bit integers only, so that every engine draws the same. Not for secrets.
 *
 * Source: xoshiro128++, Blackman and Vigna (2021), Scrambled linear pseudorandom number generators.
 */
export class Stream {
  readonly #state: Int32Array

  constructor(state: Words) {
    this.#state = Int32Array.from(state)
    // The only state that the generator never leaves.
    if (state.every((word) => (word | 0) === 0)) this.#state[0] = 1
  }

  /** 32 random bits as a signed integer. */
  bits(): number {
    const state = this.#state
    const a = state[0]!
    const b = state[1]!
    const d = state[3]!
    const sum = (a + d) | 0
    const third = state[2]! ^ a
    const fourth = d ^ b
    state[0] = a ^ fourth
    state[1] = b ^ third
    state[2] = third ^ (b << 9)
    state[3] = (fourth << 11) | (fourth >>> 21)
    return (((sum << 7) | (sum >>> 25)) + a) | 0
  }

  /** A number in [0, 1), a multiple of 2^-32. */
  unit(): number {
    return (this.bits() >>> 0) / RANGE
  }

  /** A whole number in 0 … bound - 1, for a bound up to 2^21; chances differ by less than bound / 2^32. */
  below(bound: number): number {
    return Math.floor(((this.bits() >>> 0) * bound) / RANGE)
  }

  /** True with this probability, which counts in steps of 2^-32: never at 0, always at 1. */
  chance(probability: number): boolean {
    return this.unit() < probability
  }

  /**
   * Some of the bits of `lanes`, each with probability `threshold` / 2^32 and independent of the others: the binary
   * digits of 32 uniform numbers are drawn side by side, the first digit of all, then the second, and each lane is
   * settled by the first digit in which its number differs from the threshold. Takes about log2(lanes) + 2 draws.
   */
  among(lanes: number, threshold: number): number {
    if (threshold >= RANGE) return lanes
    let open = lanes
    let chosen = 0
    for (let rest = threshold | 0; open !== 0 && rest !== 0; rest <<= 1) {
      const digits = this.bits()
      if (rest < 0) {
        chosen |= open & ~digits
        open &= digits
      } else open &= ~digits
    }
    return chosen
  }

  /** Puts the first `count` of `items` in random order, in place (Fisher and Yates). */
  shuffle(items: Int32Array, count: number = items.length): void {
    for (let last = count - 1; last > 0; last--) {
      const other = this.below(last + 1)
      const kept = items[last]!
      items[last] = items[other]!
      items[other] = kept
    }
  }
}

/** A probability as `among` wants it: of 2^32. */
export const thresholdOf = (probability: number): number =>
  Math.min(RANGE, Math.max(0, Math.round(probability * RANGE)))

/** Where one replication gets its chance from. */
export interface Chance {
  readonly seed: number
  readonly replication: number
  /** A stream of its own for each purpose: what one purpose draws does not shift what another one gets. */
  stream(purpose: number): Stream
}

/**
 * The chance of one replication. Two experiments with the same seed meet the same worlds in the same replications
 * (common random numbers), whatever else they draw and whoever computes them.
 */
export const chanceOf = (seed: number, replication: number): Chance => ({
  seed,
  replication,
  stream: (purpose) => new Stream(philox([replication, purpose, 0, 0], [seed, 0])),
})
