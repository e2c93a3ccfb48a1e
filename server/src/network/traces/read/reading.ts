import type { ReadingView, TraceColumn } from '@mortar/contract/network-traces'
import { type DateOrder, dateOrderOf, momentOf } from '@mortar/traces/moments'
import { suffices } from '@mortar/traces/table/columns'
import { lookAt, looked } from '@mortar/traces/table/look'
import { refuse } from '../../refusals.ts'
import type { TraceFile } from './files.ts'

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

/** What somebody says of a table, where it is not what was seen. */
export interface Corrected {
  columns?: (TraceColumn | null)[] | undefined
  order?: DateOrder | undefined
}

/** Looks at the beginning of a file and says how it will be read. */
export async function readingOf(file: TraceFile, corrected: Corrected = {}): Promise<Reading> {
  const found = lookAt(await file.slice(0, looked), file.size <= looked)
  if (!found) throw refuse.invalid('fileEmpty', { name: file.name })
  const { encoding, separator, first, head, rows } = found
  const columns = corrected.columns ?? found.columns
  if (columns.length !== first.length || !eachOnce(columns))
    throw refuse.invalid('columnsNotThese', { name: file.name })
  const at = columns.indexOf('time')
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

/** The same for a page. */
export function shown({ encoding, separator, headers, columns, order, samples }: Reading): ReadingView {
  const example = samples[0]?.[columns.indexOf('time')]
  const at = example === undefined ? undefined : momentOf(example, order)
  return {
    form: 'table',
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
