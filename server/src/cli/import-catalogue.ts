import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { LearningReport } from '@mortar/contract/learning-imports'
import type { Command } from 'commander'
import { importCatalogue } from '#learning/index.ts'
import { command, withJson } from './frame/command.ts'
import { withDatabase } from './frame/database.ts'
import { inWords } from './frame/in-words.ts'

interface Asked {
  dryRun?: boolean
  json?: boolean
}

export const importLearningCatalogue = () =>
  withJson(
    command('catalogue', 'Brings learning items in from CSV, or brings them up to date', [
      ['mortar import catalogue courses.csv --dry-run', 'shows what would be added and changed, and problems by row'],
      ['mortar import catalogue courses.csv', 'brings it in; the page Learning lead can undo it'],
      ['mortar import catalogue courses.csv --json', 'the same for a program'],
    ]),
  )
    .argument('<file.csv>', 'one row an item: title, minutes; id, kind, topics, words, address, expires, target')
    .option('--dry-run', 'look only, change nothing')
    .action((path: string, { dryRun = false, json }: Asked, made: Command) =>
      withDatabase(made, ({ db }) =>
        inWords(async () => {
          const text = await readFile(path, 'utf8')
          const done = await importCatalogue(db, { file: { name: basename(path), text }, dryRun })
          console.log(json ? JSON.stringify(done) : shown(path, done))
        }),
      ),
    )

function shown(path: string, { import: id, report }: { import: string | null; report: LearningReport }): string {
  const told = (lines: LearningReport['problems']) => lines.map(({ row, sentence }) => `    row ${row}: ${sentence}`)
  const known = report.columns.map(({ header, meaning }) => (meaning ? `${header} = ${meaning}` : `(${header})`))
  return [
    '',
    `  ${basename(path)}: ${report.rows} rows`,
    `    ${known.join(', ')}`,
    '',
    `  Added     ${report.added}`,
    `  Changed   ${report.changed}`,
    `  Same      ${report.same}`,
    `  Left out  ${report.problems.length}`,
    ...told(report.problems),
    ...(report.notes.length > 0 ? [`  Told      ${report.notes.length}`, ...told(report.notes)] : []),
    '',
    id ? '  Imported. The page Learning lead can undo it.' : '  Nothing was changed.',
  ].join('\n')
}
