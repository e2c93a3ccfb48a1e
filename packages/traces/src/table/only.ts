import { type Bytes, joined } from '../bytes.ts'
import type { TraceColumn } from './columns.ts'
import type { Look } from './look.ts'
import { eachRowIn, newRow, type Row } from './rows.ts'

const piece = 1024 ** 2
const [quote, newLine, dash] = [34, 10, 45]

interface Only extends Pick<Look, 'encoding' | 'separator' | 'head'> {
  /** What is read of each row; `null` is a column that stays where it is. */
  columns: readonly (TraceColumn | null)[]
}

/**
 * A table with nothing in it but the columns that are read, by the names of what they are. Its rows and separators stay
 * where they were, broken and half ones too, so that the same is told of it as of the whole table. In UTF-8.
 */
export async function onlyColumns(file: Bytes, only: Only, at: (byte: number) => void): Promise<Blob> {
  const writing = new Writing(only)
  const decoder = new TextDecoder(only.encoding)
  const encoder = new TextEncoder()
  let open: Uint8Array = new Uint8Array()
  const consume = (text: string, final: boolean) => {
    const bytes = joined(open, encoder.encode(text))
    const taken = eachRowIn(bytes, only.separator.charCodeAt(0), final, writing.row, () => writing.take())
    open = bytes.slice(taken)
  }
  let read = 0
  for await (const chunk of file.from(0)) {
    consume(decoder.decode(chunk, { stream: true }), false)
    at((read += chunk.length))
  }
  consume(decoder.decode(), true)
  return writing.blob()
}

class Writing {
  readonly row = newRow()
  readonly #columns: Only['columns']
  readonly #sign: string
  readonly #separator: number
  readonly #parts: Blob[] = []
  #bytes = new Uint8Array(piece)
  #length = 0
  #first = true
  /** Whether the names of the columns are to come. */
  #named: boolean

  constructor({ columns, separator, head }: Only) {
    this.#columns = columns
    this.#sign = separator
    this.#separator = separator.charCodeAt(0)
    this.#named = head === 0
  }

  take(): boolean {
    const { row } = this
    const isFirst = this.#first
    this.#first = false
    const tellsSeparator = startOf(row) === 'sep='
    // With less in each row the separator might be taken for another one; this line is not counted as a row.
    if (isFirst && !this.#named && !tellsSeparator) this.#put(new TextEncoder().encode(`sep=${this.#sign}\n`))
    if (isFirst && tellsSeparator) this.#put(row.bytes.subarray(row.at, row.ends[row.cells - 1]))
    else if (isBlank(row)) this.#blanks()
    else if (!this.#named) this.#names()
    else this.#cells()
    if (!row.last) this.#put(Uint8Array.of(newLine))
    return true
  }

  blob(): Blob {
    return new Blob([...this.#parts, this.#bytes.subarray(0, this.#length)])
  }

  #names() {
    this.#named = true
    this.#put(new TextEncoder().encode(this.#columns.map((column) => column ?? '').join(this.#sign)))
  }

  #blanks() {
    for (let cell = 1; cell < this.row.cells; cell++) this.#put(Uint8Array.of(this.#separator))
  }

  /** A row of which nothing is kept is none that is blank: it is told that it has no time. */
  #cells() {
    const { row } = this
    const { bytes, starts, ends, cells, quoted } = row
    const isKept = (cell: number) => Boolean(this.#columns[cell])
    const empty = !row.broken && isBlank(row, isKept)
    let marked = false
    for (let cell = 0; cell < cells; cell++) {
      if (cell > 0) this.#put(Uint8Array.of(this.#separator))
      if (row.broken && cell === cells - 1) this.#put(Uint8Array.of(quote))
      else if (isKept(cell)) {
        if (quoted[cell]) this.#put(Uint8Array.of(quote))
        this.#put(bytes.subarray(starts[cell], ends[cell]))
        if (quoted[cell]) this.#put(Uint8Array.of(quote))
      } else if (empty && !marked) {
        marked = true
        this.#put(Uint8Array.of(dash))
      }
    }
  }

  #put(bytes: Uint8Array) {
    if (this.#length + bytes.length > this.#bytes.length) {
      this.#parts.push(new Blob([this.#bytes.slice(0, this.#length)]))
      this.#length = 0
      if (bytes.length > this.#bytes.length) this.#bytes = new Uint8Array(bytes.length)
    }
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }
}

const startOf = ({ bytes, at }: Row) => String.fromCharCode(...bytes.subarray(at, at + 4)).toLowerCase()

function isBlank({ bytes, starts, ends, cells }: Row, counts: (cell: number) => boolean = () => true): boolean {
  for (let cell = 0; cell < cells; cell++)
    if (counts(cell)) for (let at = starts[cell]!; at < ends[cell]!; at++) if (bytes[at]! > 32) return false
  return true
}
