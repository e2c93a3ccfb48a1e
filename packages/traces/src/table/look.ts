import { momentOf } from '../moments.ts'
import { columnsOf, type TraceColumn } from './columns.ts'
import { eachRowIn, newRow, textOf } from './rows.ts'

export const separators = [',', ';', '\t', '|'] as const
export type Separator = (typeof separators)[number]
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** How a table is written, and what its columns seem to be. */
export interface Look {
  encoding: Encoding
  separator: Separator
  first: string[]
  /** Where the rows begin when the first line names the columns: 1, else 0. */
  head: 0 | 1
  columns: (TraceColumn | null)[]
  rows: string[][]
}

/** So much of the beginning is looked at. */
export const looked = 256 * 1024

/** Looks at the beginning of a table, `whole` where that is all of it; undefined where nothing is in it. */
export function lookAt(bytes: Uint8Array, whole: boolean): Look | undefined {
  const encoding = encodingOf(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  const separator = separatorOf(text)
  const [first, ...others] = cut(text, separator, whole)
  if (!first) return undefined
  const head = first.some((cell) => momentOf(cell, 'day first') !== undefined) ? 0 : 1
  const columns = head === 1 ? columnsOf(first) : byPlace(first)
  return { encoding, separator, first, head, columns, rows: head === 1 ? others : [first, ...others] }
}

/** Without a head, the first time is the time, and the two cells after or before it are who and to whom. */
function byPlace(first: string[]): (TraceColumn | null)[] {
  const time = first.findIndex((cell) => momentOf(cell, 'day first') !== undefined && !/^\d{1,8}$/.test(cell))
  if (time < 0 || first.length < 3) return first.map(() => null)
  const others = first.map((_, n) => n).filter((n) => n !== time)
  return first.map((_, n) => (n === time ? 'time' : n === others[0] ? 'from' : n === others[1] ? 'to' : null))
}

export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  for (let at = 0; at < Math.min(bytes.length, 4096); at++) if (bytes[at] === 0) zeros[at % 2]!++
  if (zeros[0]! + zeros[1]! > Math.min(bytes.length, 4096) / 5) return zeros[1]! > zeros[0]! ? 'utf-16le' : 'utf-16be'
  // A letter of several bytes may be cut where we stopped looking.
  for (let less = 0; less < 4; less++) if (isUtf8(bytes.subarray(0, bytes.length - less))) return 'utf-8'
  return 'windows-1252'
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** The sign that cuts the first lines most evenly into the most cells. */
function separatorOf(text: string): Separator {
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

function cut(text: string, separator: Separator, whole: boolean): string[][] {
  const bytes = new TextEncoder().encode(text.replace(/^\uFEFF/, '').replace(/^sep=.\r?\n/i, ''))
  const lines: string[][] = []
  eachRowIn(bytes, separator.charCodeAt(0), whole, newRow(), (row) => {
    const cells = Array.from({ length: row.cells }, (_, cell) => textOf(row, cell))
    if (cells.some((cell) => cell !== '')) lines.push(cells)
    return lines.length < mostLooked
  })
  return lines
}
