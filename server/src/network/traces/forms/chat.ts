import { weekOf } from '../../week.ts'
import { Addressing } from '../gather/addressing.ts'
import type { Gather } from '../gather/gather.ts'

/** Turns to somebody in a chat: replying, mentioning, reacting, writing to one another apart. */
export class Turns {
  readonly #addressing: Addressing
  readonly #gather: Gather

  constructor(gather: Gather) {
    this.#gather = gather
    this.#addressing = new Addressing(gather)
  }

  /** Somebody wrote: to those they mention and answer; to all who are there where it is a talk among few. */
  wrote(from: string, to: Iterable<string>, at: number) {
    const others = [...new Set(to)].filter((one) => one !== from)
    const row = ++this.#gather.rows
    if (others.length > 0) this.#addressing.message(from, others, weekOf(at), row)
  }
}

/** Parses JSON in which texts are turned into whom they mention the moment they are met; nothing else of them is kept. */
export const parseWithoutTexts = (json: string, texts: readonly string[], mention: RegExp): unknown =>
  JSON.parse(json, (key, value: unknown) =>
    typeof value === 'string' && texts.includes(key) ? [...value.matchAll(mention)].map(([, one]) => one!) : value,
  )
