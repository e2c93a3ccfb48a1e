import type { Aliases } from '../gather/aliases.ts'
import type { Row } from '@mortar/traces/table/rows'

const [comma, semicolon, less, colon, quote] = [44, 59, 60, 58, 34]

/** Addresses in the cells of a row: nearly always one bare word, at times several, or with a name beside. */
export class Addresses {
  readonly #aliases: Aliases

  constructor(aliases: Aliases) {
    this.#aliases = aliases
  }

  one(row: Row, cell: number): number {
    const [start, end] = [row.starts[cell]!, row.ends[cell]!]
    if (isBare(row.bytes, start, end)) return this.#aliases.numberIn(row.bytes, start, end)
    return this.#inside(row.bytes, start, end)
  }

  /** Adds those of a cell to a list from a place on; returns how many there are then. */
  all(row: Row, cell: number, list: Int32Array, count: number): number {
    const { bytes } = row
    const [start, end] = [row.starts[cell]!, row.ends[cell]!]
    if (isBare(bytes, start, end)) {
      const number = this.#aliases.numberIn(bytes, start, end)
      if (number >= 0) list[count++] = number
      return count
    }
    let from = start
    let inName = false
    for (let at = start; at <= end && count < list.length; at++) {
      if (bytes[at] === quote) inName = !inName
      if (at < end && (inName || (bytes[at] !== comma && bytes[at] !== semicolon))) continue
      const number = this.#inside(bytes, from, at)
      if (number >= 0) list[count++] = number
      from = at + 1
    }
    return count
  }

  /** What stands in angle brackets, or all; without what says that it is an address. */
  #inside(bytes: Uint8Array, start: number, end: number): number {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString()
    const [, name = '', address] = /^(.*)<([^<>]+)>\s*$/s.exec(text) ?? [undefined, '', text]
    const bare = address!
      .trim()
      .replace(/^(?:mailto|smtp|sip|im):/i, '')
      .replaceAll('"', '')
    return this.#aliases.numberOf(bare, name.replaceAll('"', '').trim())
  }
}

function isBare(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!
    if (byte === comma || byte === semicolon || byte === less || byte === colon || byte === quote) return false
  }
  return true
}
