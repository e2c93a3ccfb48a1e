import type { Source } from '../../sources/source.ts'
import type { TraceFile } from '../read/files.ts'
import { mustSuffice, readingOf } from '../read/reading.ts'
import { type Place, readTable, type TableReader } from '../read/table.ts'

/** Reads one file of a form from a place on. Forms that do not know places are read whole, from the beginning. */
export type ReadForm = (file: TraceFile, place: Place, reader: Omit<TableReader, 'reading'>) => Promise<void>

/** How a file is read: as it was asked for, else as its name or beginning shows. */
export async function formFor(file: TraceFile, _kind: Source['kind'], _asked: string | undefined): Promise<ReadForm> {
  const reading = await readingOf(file)
  mustSuffice(reading, file.name)
  return (table, place, reader) => readTable(table, place, { ...reader, reading })
}
