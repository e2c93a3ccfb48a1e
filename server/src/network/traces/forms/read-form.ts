import type { TraceFile } from '../read/files.ts'
import type { Place, TableReader } from '../read/table.ts'

/** Reads one file of a form from a place on. Forms that do not know places are read whole, from the beginning. */
export type ReadForm = (file: TraceFile, place: Place, reader: Omit<TableReader, 'reading'>) => Promise<void>
