import { type Export, Unreadable } from '@mortar/traces'
import { refuse } from '../../refusals.ts'
import { Taking } from '../gather/taking.ts'
import type { TraceFile } from '../read/files.ts'
import type { Place, TableReader } from '../read/table.ts'

export interface FormReader extends Omit<TableReader, 'reading'> {
  /** Mails and meetings that were met, in all files of the import. */
  seen: Set<string>
}

/** Reads one file of a form from a place on. Forms that do not know places are read whole, from the beginning. */
export type ReadForm = (file: TraceFile, place: Place, reader: FormReader) => Promise<void>

/** An export, where it lies: its words are passed over on the way. */
export const readingExport =
  ({ read }: Pick<Export, 'read'>): ReadForm =>
  async (file, _place, { gather, at, seen }) => {
    const taking = new Taking(gather)
    await orRefused(file.name, () => read({ take: (trace) => taking.take(trace), at, seen }))
  }

/** Says in a sentence why a file cannot be read. */
export async function orRefused<T>(name: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    throw error instanceof Unreadable ? refuse.invalid(`unreadable.${error.why}`, { name }) : error
  }
}
