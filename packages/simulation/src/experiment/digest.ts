const PRIME = 0x01000193

/** Mixes values bit by bit into 64 bits, to be told apart at a glance; not against anybody who forges them. */
export class Digest {
  #one = 0x811c9dc5
  #other = 0x9e3779b9
  readonly #view = new DataView(new ArrayBuffer(8))

  add(values: ArrayLike<number>): this {
    for (let at = 0; at < values.length; at++) {
      const value = values[at]!
      // Engines write different bits for what is no number, and a zero may have a sign.
      this.#view.setFloat64(0, value === value ? value + 0 : NaN)
      this.#word(value === value ? this.#view.getUint32(0) : 0x7ff80000)
      this.#word(value === value ? this.#view.getUint32(4) : 0)
    }
    return this
  }

  /** Sixteen letters and digits. */
  toString(): string {
    return [this.#one, this.#other].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
  }

  #word(word: number): void {
    this.#one = Math.imul(this.#one ^ word, PRIME)
    this.#one ^= this.#one >>> 15
    this.#other = Math.imul(this.#other ^ (word + this.#one), 0x85ebca6b)
    this.#other ^= this.#other >>> 13
  }
}

/** The digest of rows, cell after cell and replication after replication. */
export const digestOf = (rows: Iterable<ArrayLike<number>>): string => {
  const digest = new Digest()
  for (const row of rows) digest.add(row)
  return digest.toString()
}
