const RANGE = 4294967296
const GOLDEN = 0x9e3779b9

/** Mixes 32 bits so that each of them depends on all. Source: the finalizer of MurmurHash3, Appleby. */
export function mixed(word: number): number {
  let bits = word ^ (word >>> 16)
  bits = Math.imul(bits, 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) | 0
}

/**
 * Chance that belongs to one occasion: set to the same word it gives the same numbers, whatever was drawn elsewhere
 * before. So the same inquiry has the same luck with and without an intervention. A counter, mixed.
 */
export class Luck {
  #counter = 0

  of(word: number): void {
    this.#counter = mixed(word)
  }

  /** In [0, 1), a multiple of 2^-32. */
  unit(): number {
    this.#counter = (this.#counter + GOLDEN) | 0
    return (mixed(this.#counter) >>> 0) / RANGE
  }

  below(bound: number): number {
    return Math.floor(this.unit() * bound)
  }

  chance(probability: number): boolean {
    return this.unit() < probability
  }
}
