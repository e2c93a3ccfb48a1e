import { type Database, inTransaction } from '#platform/database.ts'
import { refuse } from '../refusals.ts'
import { listSources, sourceCalled } from '../sources/queries/sources.ts'
import { readsFiles, type Source, takesTraces } from '../sources/source.ts'
import { readImport, type ReadingOptions } from './importing.ts'
import { forget, type ImportRow, saveImport, unfinished } from './queries/imports.ts'
import { fileAt } from './read/files.ts'

export interface AskedFiles {
  paths: string[]
  /** The name or id of the source; not needed where there is only one that takes such traces. */
  source?: string | undefined
  dryRun?: boolean | undefined
  /** What the project is called whose history it is; its folder or file says it otherwise. */
  project?: string | undefined
}

/** Reads files of this machine into a source; one that was interrupted is gone on with. */
export async function importTraceFiles(
  db: Database,
  { paths, source: name, dryRun, project }: AskedFiles,
  options: Omit<ReadingOptions, 'dryRun'> = {},
): Promise<{ source: Source; found: ImportRow }> {
  const source = await sourceMeant(db, name)
  const files = []
  for (const path of paths) files.push({ ...(await fileAt(path)), project })
  const listed = files.map(({ name: called, size }) => ({ name: called, size }))
  const open = dryRun ? undefined : await unfinished(db, source.id, listed)
  const begun =
    open ??
    (await inTransaction(db, (tx) =>
      saveImport(tx, { sourceId: source.id, byId: null, files: listed, state: 'waiting' }),
    ))
  try {
    const found = await readImport(db, begun.number, files, { ...options, dryRun: dryRun ?? false })
    return { source, found }
  } finally {
    if (dryRun) await forget(db, begun.id)
    else if (!open) await forgetUnread(db, begun.id)
  }
}

/** An import that was refused before it wrote anything leaves nothing behind. */
const forgetUnread = (db: Database, id: string) => forget(db, id, 'unread')

export async function sourceMeant(db: Database, name: string | undefined): Promise<Source> {
  if (name !== undefined) {
    const found = await sourceCalled(db, name)
    if (!found) throw refuse.notFound('sourceUnknown', { name })
    if (!readsFiles(found)) throw refuse.conflict('sourceReadsItself', { name: found.name })
    return found
  }
  const sources = (await listSources(db)).filter((source) => takesTraces(source) && readsFiles(source))
  if (sources.length === 1) return sources[0]!
  throw refuse.invalid(sources.length === 0 ? 'noSource' : 'whichSource', {
    names: sources.map((source) => source.name).join(', '),
  })
}
