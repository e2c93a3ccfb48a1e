import { beginsHeads, type Export, exportIn, type Form } from '@mortar/traces'
import { formsOf } from '@mortar/traces/fitting'
import { refuse } from '../../refusals.ts'
import type { Source } from '../../sources/source.ts'
import { readMailbox } from '../imap/read-mailbox.ts'
import type { TraceFile } from '../read/files.ts'
import { type Corrected, mustSuffice, type Reading, readingOf } from '../read/reading.ts'
import { readTable } from '../read/table.ts'
import { exportBelow, readFolder } from './folder.ts'
import { readProject } from './git.ts'
import { readHeads } from './heads.ts'
import { readMaildir } from './maildir.ts'
import { orRefused, type ReadForm, readingExport } from './read-form.ts'

const places = { export: readFolder, maildir: readMaildir, imap: readMailbox, git: readProject }
const formAt = { maildir: 'mail', imap: 'mail', git: 'git' } as const

const formOfPlace = async (file: TraceFile, place: keyof typeof places): Promise<Form> =>
  place === 'export' ? (await exportBelow(file)).form : formAt[place]

/** How a file is read into a source: as its place or its beginning shows. */
export async function formFor(file: TraceFile, source: Told, corrected?: Corrected): Promise<ReadForm> {
  if (file.form) {
    mustFit(await formOfPlace(file, file.form), file, source)
    return places[file.form]
  }
  const heads = await headsIn(file)
  const found = heads ? undefined : await exportOrNone(file)
  mustFit(heads ?? found?.form ?? 'table', file, source)
  if (found) return readingExport(found)
  if (heads) return readHeads
  const reading = await readingOf(file, corrected)
  mustSuffice(reading, file.name)
  return (table, place, reader) => readTable(table, place, { ...reader, reading })
}

type Told = Pick<Source, 'kind' | 'name'>

/** Nothing comes into a source but what people were told that it holds. */
export function mustFit(form: Form | 'table', file: Pick<TraceFile, 'name'>, { kind, name: source }: Told) {
  if (!formsOf(kind).includes(form)) throw refuse.conflict('otherKind', { name: file.name, source })
}

/** How a table that was sent would be read. What is none is not looked into. */
export async function tableIn(file: TraceFile, corrected?: Corrected): Promise<Reading> {
  await exportOrNone(file)
  return readingOf(file, corrected)
}

/** Of which form the traces are that were taken out of an export before they came here. */
export const headsIn = async (file: TraceFile): Promise<Form | undefined> =>
  beginsHeads((await file.slice(0, 200)).toString('latin1'))

async function exportOrNone(file: TraceFile): Promise<Export | undefined> {
  const found = await orRefused(file.name, () => exportIn(file))
  // What holds words of people is read where it lies, and never sent here.
  if (found && !file.path) throw refuse.unsupported('onlyTables', { name: file.name })
  return found
}
