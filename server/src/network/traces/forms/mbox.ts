import { readdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { Addressing } from '../gather/addressing.ts'
import type { ReadForm } from './read-form.ts'
import { headOf, HeadLines, longestHead, Mails } from './header.ts'

const lineFeed = 10
const begin = Buffer.from('From ')
/** Who and when; a sentence of a body that begins with the word has no clock. */
const beginning = /^From \S+\s.*\d{1,2}:\d{2}/

/** A mailbox in one file: heads are read, bodies are only passed over to where the next mail begins. */
export const readMbox: ReadForm = async (file, _place, { gather, at }) => {
  const mails = new Mails(gather, new Addressing(gather))
  const head = new HeadLines()
  let inHead = false
  let any = false
  let size = 0
  let afterEmpty = true
  const line = (bytes: Buffer) => {
    if (afterEmpty && isBeginning(bytes)) {
      if (inHead && any) mails.take(head.take())
      inHead = true
      any = false
      size = 0
    } else if (inHead && (isEmpty(bytes) || size > longestHead)) {
      mails.take(head.take())
      inHead = false
    } else if (inHead) {
      any = true
      size += bytes.length
      head.add(bytes.toString('latin1').replace(/\r$/, ''))
    }
    afterEmpty = isEmpty(bytes)
  }
  let rest: Buffer = Buffer.alloc(0)
  let seen = 0
  for await (const chunk of file.from(0)) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    let from = 0
    for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, from)) {
      line(bytes.subarray(from, end))
      from = end + 1
    }
    // A line of a body may be longer than any head; no more than its beginning is ever looked at.
    rest = bytes.subarray(from).subarray(0, longestHead)
    at((seen += chunk.length))
  }
  if (inHead && any) mails.take(head.take())
}

const isBeginning = (bytes: Buffer) =>
  bytes.subarray(0, begin.length).equals(begin) && beginning.test(bytes.toString('latin1', 0, 200))

const isEmpty = (bytes: Buffer) => bytes.length === 0 || (bytes.length === 1 && bytes[0] === 13)

/** A folder with a file for each mail: of each no more is read than its head. */
export const readMaildir: ReadForm = async (file, _place, { gather, at }) => {
  const mails = new Mails(gather, new Addressing(gather))
  const buffer = Buffer.alloc(longestHead)
  const entries = await readdir(file.path!, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && /[/\\](cur|new)$/.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  for (const [n, path] of paths.entries()) {
    const handle = await open(path)
    try {
      mails.take(headOf(await headIn(handle, buffer)))
    } finally {
      await handle.close()
    }
    at(Math.round((file.size * (n + 1)) / paths.length))
  }
}

const step = 4096

async function headIn(handle: Awaited<ReturnType<typeof open>>, buffer: Buffer): Promise<string> {
  let length = 0
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, Math.min(step, buffer.length - length), length)
    length += bytesRead
    const text = buffer.toString('latin1', 0, length)
    const end = /\r?\n\r?\n/.exec(text)
    if (end || bytesRead === 0) return end ? text.slice(0, end.index) : text
  }
  return buffer.toString('latin1', 0, length)
}
