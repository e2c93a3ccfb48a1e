import { type DateOrder, daysOf, momentOf } from '@mortar/traces/moments'
import { weekOf } from '../../week.ts'

const digit = (byte: number) => byte >= 48 && byte <= 57
const none = -100_000

/** Reads the week from whatever a time is written as. `none` (far below any week) for what is no time. */
export class Times {
  readonly #order: DateOrder
  readonly #known = new Map<string, number>()

  constructor(order: DateOrder) {
    this.#order = order
  }

  static readonly none = none

  /** The week of a time that stands in these bytes. */
  weekIn(bytes: Uint8Array, start: number, end: number): number {
    while (start < end && bytes[start]! <= 32) start++
    while (end > start && bytes[end - 1]! <= 32) end--
    const plain = isoIn(bytes, start, end)
    if (plain !== none) return plain
    const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.min(end - start, 80)).toString()
    return this.weekOf(text)
  }

  weekOf(text: string): number {
    const key = /^\d{9,}(?:\.\d+)?$/.test(text) ? text : text.replace(/[T ]\d{1,2}[:.]\d{2}.*$/, '')
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const at = momentOf(text, this.#order)
    const week = at === undefined ? none : weekOf(at)
    if (this.#known.size > 100_000) this.#known.clear()
    this.#known.set(key, week)
    return week
  }
}

/** 2024-03-05 and what follows it, without making a text: the form of nearly all rows. */
function isoIn(bytes: Uint8Array, start: number, end: number): number {
  if (end - start < 10) return none
  const mark = bytes[start + 4]!
  if ((mark !== 45 && mark !== 47) || bytes[start + 7] !== mark) return none
  if (end - start > 10 && bytes[start + 10] !== 32 && bytes[start + 10] !== 84) return none
  let number = 0
  for (let at = 0; at < 10; at++) {
    if (at === 4 || at === 7) continue
    const byte = bytes[start + at]!
    if (!digit(byte)) return none
    number = number * 10 + byte - 48
  }
  const days = daysOf(Math.floor(number / 10_000), Math.floor(number / 100) % 100, number % 100)
  return days === undefined ? none : Math.floor((days - 4) / 7)
}
