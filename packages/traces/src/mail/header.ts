import { momentOf } from '../moments.ts'
import { isAgain, left, passed, type Seen, type Trace } from '../trace.ts'

/** The lines of a mail's head that are looked at. All others, the subject too, are not even kept for a moment. */
const wanted = /^(from|to|cc|bcc|date|message-id):/i
/** In bytes. No more of a mail is ever taken for its head. */
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

/** One mail by its head alone; the same mail in another folder counts once. */
export function mailOf(head: Head, seen: Seen): Trace {
  if (isAgain(seen, head['message-id'])) return passed
  // The name of a time zone, which some write behind it, is no time.
  const at = head.date === undefined ? undefined : momentOf(head.date.replace(/\s*\([^)]*\)\s*$/, ''), 'day first')
  if (at === undefined) return left('badTime')
  const [from] = addressesIn(head.from)
  if (!from) return left('noFrom')
  return { kind: 'message', from, to: [head.to, head.cc, head.bcc].flatMap(addressesIn), at }
}
