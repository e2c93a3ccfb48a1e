import { type DateOrder, momentOf } from '../read/times.ts'
import { weekOf } from '../../week.ts'
import type { Addressing } from '../gather/addressing.ts'
import type { Gather } from '../gather/gather.ts'

/** The lines of a mail's head that are looked at. All others, the subject too, are not even kept for a moment. */
const wanted = /^(from|to|cc|bcc|date|message-id):/i
export const longestHead = 256 * 1024

export type Head = Partial<Record<'from' | 'to' | 'cc' | 'bcc' | 'date' | 'message-id', string>>

/** Gathers a head line by line; lines that begin with a space go on the one before. */
export class HeadLines {
  #open: keyof Head | undefined
  #head: Head = {}

  add(line: string) {
    if (/^[ \t]/.test(line)) {
      if (this.#open) this.#head[this.#open] += ` ${line.trim()}`
      return
    }
    const [, name] = wanted.exec(line) ?? []
    this.#open = name?.toLowerCase() as keyof Head | undefined
    if (!this.#open) return
    const value = line.slice(line.indexOf(':') + 1).trim()
    // Several lines of one name are one list.
    this.#head[this.#open] = this.#head[this.#open] ? `${this.#head[this.#open]}, ${value}` : value
  }

  take(): Head {
    const head = this.#head
    this.#head = {}
    this.#open = undefined
    return head
  }
}

export function headOf(text: string): Head {
  const lines = new HeadLines()
  for (const line of text.split(/\r?\n/)) {
    if (line === '') break
    lines.add(line)
  }
  return lines.take()
}

/** Addresses of a list, without the names beside them. */
export function addressesIn(list: string | undefined): string[] {
  if (!list) return []
  const plain = list.replaceAll(/"(?:[^"\\]|\\.)*"/g, '').replaceAll(/\([^()]*\)/g, '')
  return [...plain.matchAll(/<?([^\s<>,;:"]+@[^\s<>,;:"]+)>?/g)].map(([, address]) => address!.toLowerCase())
}

const order: DateOrder = 'day first'

/** Takes in one mail by its head alone; the same mail in another folder counts once. */
export class Mails {
  readonly #addressing: Addressing
  readonly #gather: Gather
  readonly #seen = new Set<string>()

  constructor(gather: Gather, addressing: Addressing) {
    this.#gather = gather
    this.#addressing = addressing
  }

  take(head: Head) {
    const row = ++this.#gather.rows
    const id = head['message-id']
    if (id) {
      if (this.#seen.has(id)) return
      if (this.#seen.size < 5_000_000) this.#seen.add(id)
    }
    const at = head.date === undefined ? undefined : momentOf(head.date.replace(/\s*\([^)]*\)\s*$/, ''), order)
    if (at === undefined) return this.#gather.skips.add('badTime', row)
    const [from] = addressesIn(head.from)
    if (!from) return this.#gather.skips.add('noFrom', row)
    const to = [head.to, head.cc, head.bcc].flatMap(addressesIn)
    this.#addressing.message(from, to, weekOf(at), row)
  }
}
