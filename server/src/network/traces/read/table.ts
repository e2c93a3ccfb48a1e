import type { Gather } from '../gather/gather.ts'
import { Addresses } from './addresses.ts'
import type { TraceFile } from './files.ts'
import type { Reading } from './reading.ts'
import { eachRowIn, newRow, type Row, textOf } from '@mortar/traces/table/rows'
import { Times } from './times.ts'

/** Where the reading of a file stands: what lies before was gathered. */
export interface Place {
  byte: number
  row: number
}

export interface TableReader {
  gather: Gather
  reading: Reading
  /** Asked before a message begins: whether to write what was gathered so far. */
  isFull(): boolean
  /** Writes, from here on the file would be read again. */
  write(place: Place): Promise<void>
  /** Told after each piece; may throw to stop. */
  at(byte: number): void
}

const signs = { ',': 44, ';': 59, '\t': 9, '|': 124 }

/** Reads a table of traces from a place on, whatever its size: a piece at a time, a row at a time. */
export async function readTable(file: TraceFile, place: Place, reader: TableReader): Promise<void> {
  const { reading, gather } = reader
  const messages = new Messages(reading, gather, place, reader.isFull)
  let open: Buffer = Buffer.alloc(0)
  // How far the file is read, without what is still open. Of a file in other letters than UTF-8 only its beginning is known.
  let read = place.byte
  const plain = reading.encoding === 'utf-8'
  const visit = (row: Row) => messages.take(row, plain ? read + row.at : place.byte)

  const consume = async (piece: Buffer, final: boolean) => {
    let bytes = open.length > 0 ? Buffer.concat([open, piece]) : piece
    for (;;) {
      const taken = eachRowIn(bytes, signs[reading.separator], final, messages.row, visit)
      if (plain) read += taken
      bytes = bytes.subarray(taken)
      if (!messages.wantsWriting) break
      await reader.write(messages.open)
      gather.written()
      messages.wantsWriting = false
    }
    open = bytes
  }

  const start = place.byte > 0 || !plain ? place.byte : await markLength(file)
  read = start
  let seen = start
  const decoder = plain ? undefined : new TextDecoder(reading.encoding)
  for await (const bytes of file.from(start)) {
    await consume(decoder ? Buffer.from(decoder.decode(bytes, { stream: true })) : bytes, false)
    reader.at((seen += bytes.length))
  }
  await consume(decoder ? Buffer.from(decoder.decode()) : Buffer.alloc(0), true)
  messages.end()
}

/** The mark that some programs set before a text in UTF-8. */
const markLength = async (file: TraceFile) => ((await file.slice(0, 3)).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0)

const mostTogether = 4096

/** Rows that make one message: same sender and same time, one after the other, or one number of a message. */
class Messages {
  readonly row = newRow()
  wantsWriting = false
  /** Where the open message begins. */
  open: Place
  readonly #gather: Gather
  readonly #isFull: () => boolean
  readonly #times: Times
  readonly #addresses: Addresses
  readonly #place: Record<'time' | 'from' | 'to' | 'channel' | 'weight' | 'message', number>
  readonly #copies: number[]
  readonly #needed: number
  readonly #cells: number
  readonly #head: number
  #to = new Int32Array(mostTogether)
  #count = 0
  #from = -1
  #week = 0
  #channel = 0
  #firstRow = 0
  #key = Buffer.alloc(512)
  #keyLength = -1
  #number: number
  #channels = new Map<string, number>()

  constructor({ columns, order, head }: Reading, gather: Gather, place: Place, isFull: () => boolean) {
    this.#gather = gather
    this.#isFull = isFull
    this.#times = new Times(order)
    this.#addresses = new Addresses(gather.aliases)
    const of = (name: (typeof columns)[number]) => columns.indexOf(name)
    this.#place = {
      time: of('time'),
      from: of('from'),
      to: of('to'),
      channel: of('channel'),
      weight: of('weight'),
      message: of('message'),
    }
    this.#copies = columns.flatMap((column, at) => (column === 'cc' ? [at] : []))
    this.#needed = Math.max(this.#place.time, this.#place.from, this.#place.to) + 1
    this.#cells = columns.length
    this.#head = head
    this.#number = place.row
    this.open = place
  }

  /** Takes a row; says no, before it, when there is something to write first. */
  take(row: Row, at: number): boolean {
    const number = this.#number + 1
    const { bytes, starts, ends } = row
    const gather = this.#gather
    if (number <= this.#head || isBlank(row)) {
      // A line that names the separator is not counted by spreadsheets.
      if (!(number === 1 && isSeparatorLine(row))) this.#number = number
      return true
    }
    const { time, from: sender, to, message } = this.#place
    const clear = !row.broken && row.cells >= this.#needed && !(row.last && row.cells < this.#cells)
    const keyed = clear && this.#isOpen(row)
    if (!keyed) {
      this.end()
      if (this.#isFull()) {
        this.wantsWriting = true
        this.open = { byte: at, row: this.#number }
        return false
      }
    }
    this.#number = number
    gather.rows++
    if (row.broken) return this.#skip('quote')
    if (row.last && row.cells < this.#cells) return this.#skip('cut')
    if (row.cells < this.#needed) return this.#skip('tooFewCells')
    if (!keyed) {
      const week = this.#times.weekIn(bytes, starts[time]!, ends[time]!)
      if (week === Times.none) return this.#skip(row.last ? 'cut' : 'badTime')
      if (!gather.takes(week, number)) return true
      const from = this.#addresses.one(row, sender)
      if (from < 0) return this.#skip('noFrom')
      this.#begin(row, from, week, message >= 0 ? message : time)
    }
    const before = this.#count
    this.#count = this.#addresses.all(row, to, this.#list(), this.#count)
    for (const copy of this.#copies)
      if (copy < row.cells) this.#count = this.#addresses.all(row, copy, this.#list(), this.#count)
    if (this.#count === before) this.#skip('noTo')
    if (this.#place.weight >= 0) this.#weigh(row)
    return true
  }

  end() {
    if (this.#count > 0)
      this.#gather.message(this.#from, this.#to, this.#count, this.#week, this.#channel, this.#firstRow)
    this.#count = 0
    this.#keyLength = -1
  }

  /** Room for some more of those it went to. */
  #list(): Int32Array {
    if (this.#count + 1024 > this.#to.length) {
      const grown = new Int32Array(this.#to.length * 2)
      grown.set(this.#to)
      this.#to = grown
    }
    return this.#to
  }

  #skip(why: Parameters<Gather['skips']['add']>[0]): true {
    this.#gather.skips.add(why, this.#number)
    return true
  }

  /** Rows with a weight are counts already: each stands for itself. */
  #weigh(row: Row) {
    const at = this.#place.weight
    const text = at < row.cells ? textOf(row, at).replace(',', '.') : ''
    const weight = text === '' ? 1 : Number(text)
    if (!(weight > 0) || weight > 1e9) {
      this.#count = 0
      this.#skip('badWeight')
    } else if (this.#count > 0) {
      this.#gather.message(this.#from, this.#to, this.#count, this.#week, this.#channel, this.#number, weight)
      this.#count = 0
    }
    this.#keyLength = -1
  }

  #begin(row: Row, from: number, week: number, by: number) {
    this.#from = from
    this.#week = week
    this.#firstRow = this.#number
    const { channel } = this.#place
    this.#channel = channel >= 0 && channel < row.cells ? this.#channelCalled(textOf(row, channel)) : 0
    this.#keyLength = -1
    const length = row.ends[by]! - row.starts[by]!
    // A day alone does not tell one message from another.
    if (this.#place.weight >= 0 || length > this.#key.length || (by === this.#place.time && !hasClock(row, by))) return
    this.#keyLength = length
    for (let at = 0; at < length; at++) this.#key[at] = row.bytes[row.starts[by]! + at]!
  }

  #channelCalled(name: string): number {
    if (name === '') return 0
    const known = this.#channels.get(name)
    if (known !== undefined) return known
    const channel = this.#gather.channel(name)
    if (this.#channels.size < 1000) this.#channels.set(name, channel)
    return channel
  }

  /** Whether a row goes on the message that is open. */
  #isOpen(row: Row): boolean {
    if (this.#keyLength < 0) return false
    const by = this.#place.message >= 0 ? this.#place.message : this.#place.time
    const start = row.starts[by]!
    if (row.ends[by]! - start !== this.#keyLength) return false
    for (let at = 0; at < this.#keyLength; at++) if (row.bytes[start + at] !== this.#key[at]) return false
    return this.#addresses.one(row, this.#place.from) === this.#from
  }
}

/** A clock has a colon; counted seconds are as long as ten digits. */
function hasClock({ bytes, starts, ends }: Row, cell: number): boolean {
  const [start, end] = [starts[cell]!, ends[cell]!]
  if (end - start <= 10) return end - start >= 9 && !bytes.subarray(start, end).some((byte) => byte < 48 || byte > 57)
  for (let at = start + 8; at < end; at++) if (bytes[at] === 58) return true
  return !bytes.subarray(start, end).some((byte) => (byte < 48 && byte !== 46) || byte > 57)
}

const isBlank = ({ bytes, starts, ends, cells }: Row): boolean => {
  for (let cell = 0; cell < cells; cell++)
    for (let at = starts[cell]!; at < ends[cell]!; at++) if (bytes[at]! > 32) return false
  return true
}

const isSeparatorLine = ({ bytes, at }: Row): boolean =>
  Buffer.from(bytes.subarray(at, at + 4))
    .toString('latin1')
    .toLowerCase() === 'sep='
