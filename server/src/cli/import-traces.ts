import type { Command } from 'commander'
import { importMailboxes, importTraceFiles } from '#network/index.ts'
import type { Database } from '#platform/database.ts'
import { Failure } from '#platform/failure.ts'
import { command, withJson } from './frame/command.ts'
import { withDatabase } from './frame/database.ts'
import { inWords } from './frame/in-words.ts'
import { progress } from './frame/progress.ts'
import { askSecret } from './frame/secret.ts'
import { described, shown } from './import-traces-report.ts'

interface Asked {
  source?: string
  git?: string
  project?: string
  imap?: string
  mailbox?: string[]
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
      [
        'mortar import traces calendar.ics',
        'who met; also exports of Slack (.zip or its folder) and Mattermost (.zip, .jsonl)',
      ],
      [
        'mortar import traces --imap imaps://anna@imap.example.org --mailbox INBOX Sent',
        'heads of mails, from a server',
      ],
    ]),
  )
    .argument('[files...]', 'tables with time, from and to; mails, calendars, chats')
    .option('--git <folder>', 'a project whose history tells who worked on what')
    .option('--project <name>', 'what the project is called, if its folder or file is called otherwise')
    .option('--imap <address>', 'a server of mail; the password is asked for, or read from IMAP_PASSWORD or IMAP_TOKEN')
    .option('--mailbox <names...>', 'which mailboxes of it, INBOX when left out')
    .option('--source <name>', 'the source that they belong to, by name or id')
    .option('--dry-run', 'look only, change nothing')
    .action((paths: string[], asked: Asked, made: Command) =>
      withDatabase(made, ({ db }) => inWords(() => bring(db, [...paths, ...(asked.git ? [asked.git] : [])], asked))),
    )

type Tell = (progress: { done: number; total: number; secondsLeft: number | null }) => void

async function fromServer(db: Database, address: string, { mailbox, source, dryRun }: Asked, tell: Tell) {
  const mailboxes = mailbox ?? ['INBOX']
  return importMailboxes(db, { address, mailboxes, secret: await secretFor(address), source, dryRun }, { tell })
}

/** From the environment or typed unseen: what stands in a command line is seen by others. */
async function secretFor(address: string) {
  const { IMAP_TOKEN: token, IMAP_PASSWORD: password } = process.env
  if (token) return { token }
  return { password: password ?? (await askSecret(`Password for ${address.replace(/:[^/@]*@/, '@')}: `)) }
}

async function bring(db: Database, paths: string[], asked: Asked) {
  if (paths.length === 0 && !asked.imap)
    throw new Failure('Name a file, a folder of mails, a project with --git, or a server of mail with --imap.', 'usage')
  if (paths.length > 0 && asked.imap) throw new Failure('Read files and a server of mail one after the other.', 'usage')
  if (asked.project && paths.length !== 1)
    throw new Failure('--project names one history; read the others by themselves.', 'usage')
  const bar = progress('Reading', undefined)
  const tell: Tell = ({ done, total, secondsLeft }) => bar.at(done, total, secondsLeft)
  const { source, found } = asked.imap
    ? await fromServer(db, asked.imap, asked, tell)
    : await importTraceFiles(
        db,
        { paths, source: asked.source, dryRun: asked.dryRun, project: asked.project },
        { tell },
      )
  bar.end()
  console.log(asked.json ? JSON.stringify(described(source, found)) : shown(source, found, asked.dryRun ?? false))
}
