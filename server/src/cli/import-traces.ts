import type { Command } from 'commander'
import { importTraceFiles } from '#network/index.ts'
import type { Database } from '#platform/database.ts'
import { Failure } from '#platform/failure.ts'
import { command, withJson } from './frame/command.ts'
import { withDatabase } from './frame/database.ts'
import { inWords } from './frame/in-words.ts'
import { progress } from './frame/progress.ts'
import { described, shown } from './import-traces-report.ts'

interface Asked {
  source?: string
  git?: string
  dryRun?: boolean
  json?: boolean
}

export const importTraces = () =>
  withJson(
    command('traces', 'Brings in who turned to whom, as counts for each pair and week', [
      ['mortar import traces mail.csv --dry-run', 'says what would be read and left out, and why'],
      ['mortar import traces mail.csv --source Mail', 'where there are several sources'],
      ['mortar import traces archive.mbox Maildir/', 'mails, by their heads alone'],
      ['mortar import traces --git project/ --source Projects', 'who changed which files'],
      ['mortar import traces calendar.ics', 'who met; also exports of Slack (.zip) and Mattermost (.jsonl)'],
    ]),
  )
    .argument('[files...]', 'tables with time, from and to; mails, calendars, chats')
    .option('--git <folder>', 'a project whose history tells who worked on what')
    .option('--source <name>', 'the source that they belong to, by name or id')
    .option('--dry-run', 'look only, change nothing')
    .action((paths: string[], asked: Asked, made: Command) =>
      withDatabase(made, ({ db }) => inWords(() => bring(db, [...paths, ...(asked.git ? [asked.git] : [])], asked))),
    )

async function bring(db: Database, paths: string[], asked: Asked) {
  if (paths.length === 0) throw new Failure('Name a file, a folder of mails, or a project with --git.', 'usage')
  const bar = progress('Reading', undefined)
  const { source, found } = await importTraceFiles(
    db,
    { paths, source: asked.source, dryRun: asked.dryRun },
    { tell: ({ done, total, secondsLeft }) => bar.at(done, total, secondsLeft) },
  )
  bar.end()
  console.log(asked.json ? JSON.stringify(described(source, found)) : shown(source, found, asked.dryRun ?? false))
}
