const empty = -1

/** Addresses and logins, each once, found by their bytes: for millions of rows, without making a text of each. */
export class Aliases {
  #bytes = new Uint8Array(1 << 20)
  #ends = new Int32Array(1 << 14)
  #hashes = new Int32Array(1 << 14)
  #slots = new Int32Array(1 << 15).fill(empty)
  #labels = new Map<number, string>()
  size = 0

  /** The number of an alias that stands in these bytes, trimmed and in small letters; -1 for nothing. */
  numberIn(bytes: Uint8Array, start: number, end: number): number {
    while (start < end && bytes[start]! <= 32) start++
    while (end > start && bytes[end - 1]! <= 32) end--
    if (start === end || end - start > 320) return empty
    let hash = 0x811c9dc5 | 0
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ small(bytes[at]!), 16_777_619)
    hash ^= hash >>> 15
    const mask = this.#slots.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = this.#slots[slot]!
      if (number === empty) return this.#add(bytes, start, end, hash, slot)
      if (this.#hashes[number] === hash && this.#same(number, bytes, start, end)) return number
    }
  }

  numberOf(alias: string, label = ''): number {
    const bytes = Buffer.from(alias.toLowerCase())
    const number = this.numberIn(bytes, 0, bytes.length)
    if (number >= 0 && label && !this.#labels.has(number)) this.#labels.set(number, label.slice(0, 320))
    return number
  }

  textOf(number: number): string {
    return Buffer.from(this.#bytes.subarray(number === 0 ? 0 : this.#ends[number - 1]!, this.#ends[number]!)).toString()
  }

  labelOf(number: number): string {
    return this.#labels.get(number) ?? ''
  }

  #same(number: number, bytes: Uint8Array, start: number, end: number): boolean {
    let at = number === 0 ? 0 : this.#ends[number - 1]!
    if (this.#ends[number]! - at !== end - start) return false
    while (start < end) if (this.#bytes[at++] !== small(bytes[start++]!)) return false
    return true
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const number = this.size++
    const from = number === 0 ? 0 : this.#ends[number - 1]!
    const to = from + end - start
    if (to > this.#bytes.length) this.#bytes = longer(this.#bytes, Math.max(to, 2 * this.#bytes.length))
    if (number === this.#ends.length) {
      this.#ends = longer(this.#ends, 2 * number)
      this.#hashes = longer(this.#hashes, 2 * number)
    }
    for (let at = 0; at < end - start; at++) this.#bytes[from + at] = small(bytes[start + at]!)
    this.#ends[number] = to
    this.#hashes[number] = hash
    this.#slots[slot] = number
    if (this.size * 2 > this.#slots.length) this.#spread()
    return number
  }

  #spread() {
    const slots = new Int32Array(this.#slots.length * 2).fill(empty)
    const mask = slots.length - 1
    for (let number = 0; number < this.size; number++) {
      let slot = this.#hashes[number]! & mask
      while (slots[slot] !== empty) slot = (slot + 1) & mask
      slots[slot] = number
    }
    this.#slots = slots
  }
}

const small = (byte: number) => (byte >= 65 && byte <= 90 ? byte + 32 : byte)

export function longer<A extends Uint8Array | Int32Array | Float32Array | Float64Array>(array: A, length: number): A {
  const grown = new (array.constructor as new (length: number) => A)(length)
  grown.set(array as never)
  return grown
}
