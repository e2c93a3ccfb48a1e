import type { Command } from 'commander'
import { importTraceFiles } from '#network/index.ts'
import type { Database } from '#platform/database.ts'
import { command, withJson } from './frame/command.ts'
import { withDatabase } from './frame/database.ts'
import { inWords } from './frame/in-words.ts'
import { progress } from './frame/progress.ts'
import { described, shown } from './import-traces-report.ts'

interface Asked {
  source?: string
  dryRun?: boolean
  json?: boolean
}

export const importTraces = () =>
  withJson(
    command('traces', 'Brings in who turned to whom, as counts for each pair and week', [
      ['mortar import traces mail.csv --dry-run', 'says what would be read and left out, and why'],
      ['mortar import traces mail.csv --source Mail', 'where there are several sources'],
      ['mortar import traces january.csv february.csv', 'several files of one source'],
    ]),
  )
    .argument('<files...>', 'tables with time, from and to')
    .option('--source <name>', 'the source that they belong to, by name or id')
    .option('--dry-run', 'look only, change nothing')
    .action((paths: string[], asked: Asked, made: Command) =>
      withDatabase(made, ({ db }) => inWords(() => bring(db, paths, asked))),
    )

async function bring(db: Database, paths: string[], asked: Asked) {
  const bar = progress('Reading', undefined)
  const { source, found } = await importTraceFiles(
    db,
    { paths, source: asked.source, dryRun: asked.dryRun },
    { tell: ({ done, total, secondsLeft }) => bar.at(done, total, secondsLeft) },
  )
  bar.end()
  console.log(asked.json ? JSON.stringify(described(source, found)) : shown(source, found, asked.dryRun ?? false))
}
