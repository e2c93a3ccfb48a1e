import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import {
  importSurveyFiles,
  type PeopleTable,
  peopleTablesIn,
  presentTraceReport,
  readSurveyFiles,
  type SurveyFile,
} from '#network/index.ts'
import { carryOutLooked, lookAtFiles, type Marked, markingWith } from '#organization/index.ts'
import type { Database } from '#platform/database.ts'
import { Failure } from '#platform/failure.ts'
import { command, withJson } from './frame/command.ts'
import { withDatabase } from './frame/database.ts'
import { inWords } from './frame/in-words.ts'

interface Asked {
  source: string
  on?: string
  unit?: string
  dryRun?: boolean
  json?: boolean
}

export const importSurvey = () =>
  withJson(
    command('survey', 'Brings in answers of a survey that was done elsewhere: who names whom', [
      ['mortar import survey advice.csv --source "Survey 2025" --dry-run', 'says what would be read and left out'],
      ['mortar import survey info.csv value.csv --source "Survey 2025"', 'several relations at once'],
      [
        'mortar import survey info.csv people.csv --source "Survey 2025" --unit site',
        'people first, in units by a column',
      ],
    ]),
  )
    .argument('<files...>', 'lists (from,to,weight) or square tables; with a table of people (id,…)')
    .requiredOption('--source <name>', 'the source that they belong to, a survey registered on the page of sources')
    .option('--on <day>', 'when the survey was answered, as 2026-01-31; today when not given')
    .option('--unit <column>', 'add the people of the table by their ids, each to the unit that this column names')
    .option('--dry-run', 'look only, change nothing')
    .action((paths: string[], asked: Asked, made: Command) =>
      withDatabase(made, ({ db, settings }) =>
        inWords(() => bring(db, paths, asked, { marking: markingWith(settings.secret) })),
      ),
    )

async function bring(db: Database, paths: string[], asked: Asked, marked: Marked) {
  const on = asked.on === undefined ? new Date() : new Date(`${asked.on}T12:00Z`)
  if (Number.isNaN(on.getTime())) throw new Failure(`"${asked.on}" is not a day as 2026-01-31.`, 'usage')
  const files = await readSurveyFiles(paths)
  if (asked.unit !== undefined && !asked.dryRun) await bringPeople(db, files, asked.unit, marked)
  const { source, id, report } = await importSurveyFiles(db, { ...asked, files, on })
  const told = presentTraceReport(report, 'en')
  if (asked.json) return console.log(JSON.stringify({ source: source.name, import: id, report: told }))
  console.log(
    [
      '',
      ...told.notes.map((note) => `  ${note}`),
      `  ${told.kept} of ${told.traces} ties are kept; ${told.identities.matched} ids are people here, ${told.identities.unknown} are not.`,
      ...told.skipped.map((skip) => `  - ${skip.sentence}`),
      '',
      id ? '  Imported. The page of the source can take it back.' : '  Nothing was changed: this was a dry run.',
    ].join('\n'),
  )
}

/** Adds the people of the tables to the organization by their ids, each in the unit that a column names. */
export async function bringPeople(
  db: Database,
  files: readonly SurveyFile[],
  column: string,
  marked?: Marked,
): Promise<void> {
  const tables = peopleTablesIn(files)
  const table = tables.find(({ attributes }) => attributes.includes(column))
  if (!table)
    throw new Failure(
      `No file says the ${column} of people. There are: ${tables.flatMap(({ attributes }) => attributes).join(', ') || 'none'}.`,
      'usage',
    )
  const folder = await mkdtemp(join(tmpdir(), 'mortar-survey-'))
  try {
    const path = join(folder, table.name)
    await writeFile(path, peopleCsv(table, column))
    await carryOutLooked(db, await lookAtFiles(db, { people: path }, () => {}, marked), () => {})
  } finally {
    await rm(folder, { recursive: true })
  }
}

function peopleCsv({ people, attributes }: PeopleTable, column: string): string {
  const at = attributes.indexOf(column)
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
  const lines = people.map(({ id, values }) => [id, id, `${column} ${values[at]}`].map(cell).join(','))
  return `id,name,unit\n${lines.join('\n')}\n`
}
