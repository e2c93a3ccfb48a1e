import { joined } from '../bytes.ts'
import type { Around } from '../trace.ts'
import { HeadLines, longestHead, mailOf } from './header.ts'

const lineFeed = 10
const carriage = 13
const from = [70, 114, 111, 109, 32]
/** Who and when; a sentence of a body that begins with the word has no clock. */
const beginning = /^From \S+\s.*\d{1,2}:\d{2}/
const headlike =
  /^(?:From \S+\s|(?:Return-Path|Delivered-To|Received|From|To|Date|Message-ID|MIME-Version|X-[\w-]+): )/i

/** Whether a file holds mails, one or many, by its first letters. */
export const beginsMail = (text: string): boolean => headlike.test(text)

const latin = new TextDecoder('latin1')

/** A mailbox in one file, or a single mail: heads are read, bodies only passed over to where the next mail begins. */
export async function readMails(source: AsyncIterable<Uint8Array>, { take, at, seen }: Around): Promise<void> {
  const head = new HeadLines()
  let inHead = true
  let any = false
  let size = 0
  let afterEmpty = true
  const end = () => {
    if (inHead && any) take(mailOf(head.take(), seen))
    inHead = false
  }
  const line = (bytes: Uint8Array) => {
    if (afterEmpty && isBeginning(bytes)) {
      end()
      ;[inHead, any, size] = [true, false, 0]
    } else if (inHead && (isEmpty(bytes) || size > longestHead)) {
      if (any) end()
    } else if (inHead) {
      any = true
      size += bytes.length
      head.add(latin.decode(bytes).replace(/\r$/, ''))
    }
    afterEmpty = isEmpty(bytes)
  }
  let rest: Uint8Array = new Uint8Array()
  let read = 0
  for await (const chunk of source) {
    const bytes = joined(rest, chunk)
    let place = 0
    for (let stop = bytes.indexOf(lineFeed); stop >= 0; stop = bytes.indexOf(lineFeed, place)) {
      line(bytes.subarray(place, stop))
      place = stop + 1
    }
    // A line of a body may be longer than any head; no more than its beginning is ever looked at.
    rest = bytes.subarray(place, place + longestHead)
    at((read += chunk.length))
  }
  if (inHead && rest.length > 0) line(rest)
  end()
}

const isBeginning = (bytes: Uint8Array) =>
  from.every((letter, n) => bytes[n] === letter) && beginning.test(latin.decode(bytes.subarray(0, 200)))

const isEmpty = (bytes: Uint8Array) => bytes.length === 0 || (bytes.length === 1 && bytes[0] === carriage)
