import type { ImportColumn, ImportReading } from '@mortar/contract/organization'
import { CsvError, parse } from 'csv-parse'
import { refuse } from '../../refusals.ts'
import { columnsOf } from './columns.ts'
import { encodingOf, type Source, textOf } from './encoding.ts'
import { type Separator, separatorOf } from './separator.ts'

/** One line of a file: its number as a spreadsheet shows it, and its cells. */
export interface Line {
  row: number
  cells: string[]
}

const longestCell = 100_000

/** How a file is written and what its columns seem to mean. */
export async function readingOf(source: Source, part: 'people' | 'units'): Promise<ImportReading> {
  const encoding = await encodingOf(source)
  const separator = separatorOf(await beginning(source, encoding))
  const samples: string[][] = []
  let headers: string[] | undefined
  for await (const { cells } of linesOf(source, { encoding, separator })) {
    if (!headers) headers = cells
    else if (samples.push(cells) === 3) break
  }
  if (!headers) throw refuse.invalid('importEmpty', { part })
  return { encoding, separator, headers, samples, columns: columnsOf(headers, part) }
}

/** The lines of a file, cleaned, without the empty ones; the first is the head. */
export async function* linesOf(
  source: Source,
  { encoding, separator }: { encoding: ImportReading['encoding']; separator: Separator },
): AsyncGenerator<Line> {
  const parser = parse({
    delimiter: separator,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestCell,
  })
  const feeding = feed(parser, textOf(source, encoding))
  let row = 0
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1
      const cleaned = cells.map(clean)
      if (row === 1 && /^sep=/i.test(cleaned[0]!)) row = 0
      else if (cleaned.some((cell) => cell !== '')) yield { row, cells: cleaned }
    }
    await feeding
  } catch (error) {
    if (error instanceof CsvError) throw refuse.invalid('importQuote', { row: row + 1 })
    throw error
  } finally {
    parser.destroy()
  }
}

async function feed(parser: ReturnType<typeof parse>, text: AsyncIterable<string>) {
  for await (const piece of text) {
    if (parser.destroyed) return
    if (parser.write(piece)) continue
    await new Promise<void>((resume) => {
      const go = () => {
        parser.off('drain', go).off('close', go)
        resume()
      }
      parser.on('drain', go).on('close', go)
    })
  }
  parser.end()
}

async function beginning(source: Source, encoding: ImportReading['encoding']): Promise<string> {
  let text = ''
  for await (const piece of textOf(source, encoding)) {
    text += piece
    if (text.length > 65_536) break
  }
  return text
}

const clean = (cell: string) =>
  cell
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}\u200b\ufeff]+/gu, ' ')
    .trim()

/** Puts the cells of a line under the columns they belong to. Several cells of one column stay apart, in order. */
export function cellsOf(
  columns: readonly (ImportColumn | null)[],
  cells: string[],
): Partial<Record<ImportColumn, string[]>> {
  const found: Partial<Record<ImportColumn, string[]>> = {}
  columns.forEach((column, at) => {
    if (column) (found[column] ??= []).push(cells[at] ?? '')
  })
  return found
}
