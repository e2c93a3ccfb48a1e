/** A seeded source of chance in [0, 1): the same seed replays the same run. */
export type Random = () => number

/**
 * A stream of chance from a seed. Streams of one seed with different numbers are independent, so that
 * work split over workers draws the same numbers however it is split. Not for secrets.
 *
 * Source: Weyl sequence with the 32-bit "lowbias32" finalizer (Wellons 2018, hash-prospector).
 */
export function seededRandom(seed: number, stream = 0): Random {
  let state = (mixed(seed | 0) ^ mixed((stream + 0x3c6ef372) | 0)) | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    return (mixed(state) >>> 0) / 4294967296
  }
}

/** A whole number in 0 … bound - 1. */
export const below = (random: Random, bound: number) => Math.floor(random() * bound)

/** Puts `items` (its first `count`) in random order, in place (Fisher and Yates). */
export function shuffle(items: Int32Array, random: Random, count = items.length): void {
  for (let last = count - 1; last > 0; last--) {
    const other = below(random, last + 1)
    const kept = items[last]!
    items[last] = items[other]!
    items[other] = kept
  }
}

/** 0, 1, … count - 1 in random order. */
export function shuffled(count: number, random: Random): Int32Array {
  const order = Int32Array.from({ length: count }, (_, index) => index)
  shuffle(order, random)
  return order
}

function mixed(value: number): number {
  let bits = value
  bits = Math.imul(bits ^ (bits >>> 16), 0x7feb352d)
  bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b)
  return bits ^ (bits >>> 16)
}
