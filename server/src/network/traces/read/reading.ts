import { isUtf8 } from 'node:buffer'
import type { ReadingView, TraceColumn } from '@mortar/contract/network-traces'
import { refuse } from '../../refusals.ts'
import { columnsOf, suffices } from './columns.ts'
import type { TraceFile } from './files.ts'
import { eachRowIn, newRow, textOf } from './rows.ts'
import { type DateOrder, dateOrderOf, momentOf } from './times.ts'

export type Encoding = ReadingView['encoding']

/** How a table of traces is written. */
export interface Reading {
  encoding: Encoding
  separator: ReadingView['separator']
  headers: string[]
  columns: (TraceColumn | null)[]
  order: DateOrder
  /** Where the rows begin when the first line names the columns: 1, else 0. */
  head: 0 | 1
  samples: string[][]
}

const looked = 256 * 1024
const separators = [',', ';', '\t', '|'] as const

/** What somebody says of a table, where it is not what was seen. */
export interface Corrected {
  columns?: (TraceColumn | null)[] | undefined
  order?: DateOrder | undefined
}

/** Looks at the beginning of a file and says how it will be read. */
export async function readingOf(file: TraceFile, corrected: Corrected = {}): Promise<Reading> {
  const bytes = await file.slice(0, looked)
  if (bytes.length === 0) throw refuse.invalid('fileEmpty', { name: file.name })
  const encoding = encodingOf(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  const separator = separatorOf(text)
  const lines = cut(text, separator, file.size <= looked)
  const first = lines[0]
  if (!first) throw refuse.invalid('fileEmpty', { name: file.name })
  const head = first.some((cell) => momentOf(cell, 'day first') !== undefined) ? 0 : 1
  const columns = corrected.columns ?? (head === 1 ? columnsOf(first) : byPlace(first))
  if (columns.length !== first.length || !eachOnce(columns))
    throw refuse.invalid('columnsNotThese', { name: file.name })
  const at = columns.indexOf('time')
  const rows = lines.slice(head)
  return {
    encoding,
    separator,
    headers: head === 1 ? first : first.map((_, n) => String(n + 1)),
    columns,
    head,
    order: corrected.order ?? dateOrderOf(rows.map((cells) => cells[at] ?? '')),
    samples: rows.slice(0, 5),
  }
}

/** Only copies may stand in several columns. */
const eachOnce = (columns: readonly (TraceColumn | null)[]): boolean => {
  const single = columns.filter((column) => column !== null && column !== 'cc')
  return new Set(single).size === single.length
}

/** Refuses what does not say who turned to whom and when. */
export function mustSuffice({ columns, headers }: Reading, name: string) {
  if (!suffices(columns)) throw refuse.invalid('columnsMissing', { name, headers: headers.slice(0, 20).join(', ') })
}

/** Without a head, the first time is the time, and the two cells after or before it are who and to whom. */
function byPlace(first: string[]): (TraceColumn | null)[] {
  const time = first.findIndex((cell) => momentOf(cell, 'day first') !== undefined && !/^\d{1,8}$/.test(cell))
  if (time < 0 || first.length < 3) return first.map(() => null)
  const others = first.map((_, n) => n).filter((n) => n !== time)
  return first.map((_, n) => (n === time ? 'time' : n === others[0] ? 'from' : n === others[1] ? 'to' : null))
}

export function encodingOf(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  for (let at = 0; at < Math.min(bytes.length, 4096); at++) if (bytes[at] === 0) zeros[at % 2]!++
  if (zeros[0]! + zeros[1]! > Math.min(bytes.length, 4096) / 5) return zeros[1]! > zeros[0]! ? 'utf-16le' : 'utf-16be'
  // A letter of several bytes may be cut where we stopped looking.
  for (let cut = 0; cut < 4; cut++) if (isUtf8(bytes.subarray(0, bytes.length - cut))) return 'utf-8'
  return 'windows-1252'
}

/** The sign that cuts the first lines most evenly into the most cells. */
function separatorOf(text: string): Reading['separator'] {
  const told = /^\uFEFF?sep=(.)\r?\n/i.exec(text)?.[1]
  const known = separators.find((one) => one === told)
  if (known) return known
  const lines = text
    .replaceAll(/"(?:[^"]|"")*"/g, '""')
    .split(/\r\n|\n|\r/, 20)
    .filter((line) => line.trim() !== '')
  const scores = separators.map((separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1)
    const even = counts.filter((count) => count === counts[0]).length / Math.max(1, counts.length)
    return (counts[0] ?? 0) * even
  })
  return separators[scores.indexOf(Math.max(...scores))]!
}

const mostLooked = 5000

function cut(text: string, separator: Reading['separator'], whole: boolean): string[][] {
  const bytes = Buffer.from(text.replace(/^\uFEFF/, '').replace(/^sep=.\r?\n/i, ''))
  const lines: string[][] = []
  eachRowIn(bytes, separator.charCodeAt(0), whole, newRow(), (row) => {
    const cells = Array.from({ length: row.cells }, (_, cell) => textOf(row, cell))
    if (cells.some((cell) => cell !== '')) lines.push(cells)
    return lines.length < mostLooked
  })
  return lines
}

/** The same for a page. */
export function shown({ encoding, separator, headers, columns, order, samples }: Reading): ReadingView {
  const example = samples[0]?.[columns.indexOf('time')]
  const at = example === undefined ? undefined : momentOf(example, order)
  return {
    encoding,
    separator,
    headers,
    columns,
    dates: example && at !== undefined ? { order, example, read: new Date(at).toISOString().slice(0, 10) } : null,
    rows: samples,
    preview: samples.map((cells) => previewOf(cells, columns, order)),
    may: { read: suffices(columns) },
  }
}

function previewOf(cells: string[], columns: Reading['columns'], order: DateOrder): ReadingView['preview'][number] {
  const cell = (column: TraceColumn) => cells[columns.indexOf(column)] ?? ''
  const at = columns.includes('time') ? momentOf(cell('time'), order) : undefined
  const to = columns.flatMap((column, n) => (column === 'to' || column === 'cc' ? (cells[n] ?? '') : []))
  return {
    day: at === undefined ? null : new Date(at).toISOString().slice(0, 10),
    from: cell('from'),
    to: to.filter(Boolean).join(', '),
    channel: cell('channel'),
  }
}
