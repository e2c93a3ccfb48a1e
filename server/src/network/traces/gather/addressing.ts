import type { Gather } from './gather.ts'

/** Numbers of addresses, ready for a message: one list that is used again and again. */
export class Addressing {
  readonly #gather: Gather
  #list = new Int32Array(256)

  constructor(gather: Gather) {
    this.#gather = gather
  }

  /** One message from somebody to some, at a moment; the row tells where in the file, for the report. */
  message(from: string, to: readonly string[], week: number, row: number, channel = 0) {
    const { aliases, skips } = this.#gather
    if (!this.#gather.takes(week, row)) return
    const sender = aliases.numberOf(from)
    if (sender < 0) return skips.add('noFrom', row)
    let count = 0
    if (to.length > this.#list.length) this.#list = new Int32Array(to.length * 2)
    for (const one of to) {
      const number = aliases.numberOf(one)
      if (number >= 0) this.#list[count++] = number
    }
    if (count === 0) return skips.add('noTo', row)
    this.#gather.message(sender, this.#list, count, week, channel, row)
  }
}
