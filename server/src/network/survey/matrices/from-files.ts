import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Database } from '#platform/database.ts'
import { refuse } from '../../refusals.ts'
import { sourceCalled } from '../../sources/queries/sources.ts'
import type { Source } from '../../sources/source.ts'
import { importMatrices, type MatrixImport, type SurveyFile } from './import.ts'
import { type PeopleTable, readSurveyFile } from './read.ts'

export const readSurveyFiles = (paths: readonly string[]): Promise<SurveyFile[]> =>
  Promise.all(paths.map(async (path) => ({ name: basename(path), text: await readFile(path, 'utf8') })))

/** Tables of people among these files, with what is said of each. */
export const peopleTablesIn = (files: readonly SurveyFile[]): PeopleTable[] =>
  files.flatMap(({ name, text }) => {
    const read = readSurveyFile(name, text)
    return read?.kind === 'people' ? [read.table] : []
  })

/** Brings in files of a survey from the command line, where nobody is signed in. */
export async function importSurveyFiles(
  db: Database,
  asked: { source: string; files: readonly SurveyFile[]; on: Date; dryRun?: boolean },
): Promise<MatrixImport & { source: Source }> {
  const source = await sourceCalled(db, asked.source)
  if (!source) throw refuse.notFound('sourceUnknown', { name: asked.source })
  return { source, ...(await importMatrices(db, source, asked)) }
}
