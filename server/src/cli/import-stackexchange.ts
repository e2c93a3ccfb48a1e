import { importStackExchange, type TellStep } from '#exchange/index.ts'
import { command, withJson } from './frame/command.ts'
import { withDatabase } from './frame/database.ts'
import { progress } from './frame/progress.ts'
import { shown } from './import-stackexchange-report.ts'

interface Options {
  community: string
  create?: boolean
  site?: string
  dryRun?: boolean
  json?: boolean
}

export const importStackexchange = () =>
  withJson(
    command('stackexchange', 'Brings a Stack Exchange dump into a community', [
      ['mortar import stackexchange cooking/ --community Cooks --dry-run', 'tells what would come in'],
      ['mortar import stackexchange cooking/ --community Cooks', 'brings it in; again, and nothing changes'],
      ['mortar import stackexchange cooking/Posts.xml --community Cooks --create', 'opens the community for it'],
    ]),
  )
    .argument('<folder>', 'the unpacked dump, or its Posts.xml; Users, Comments and Votes are read where they are')
    .requiredOption('--community <name>', 'the community that takes it')
    .option('--create', 'open the community when there is none of this name')
    .option('--site <host>', 'where it comes from, such as cooking.stackexchange.com, if the dump does not tell')
    .option('--dry-run', 'look only, change nothing')
    .action((path: string, options: Options, made) =>
      withDatabase(made, async ({ db }) => {
        const bar = bars()
        const report = await importStackExchange(db, { path, ...options }, bar.tell).finally(bar.end)
        console.log(options.json ? JSON.stringify(report) : shown(report))
      }),
    )

const names = {
  reading: 'Reading',
  questions: 'Questions',
  answers: 'Answers',
  comments: 'Comments',
} as const
const worthTelling = 20_000_000

/** One bar after another, a bar for each step of the work; done and total are bytes read. */
function bars(): { tell: TellStep; end: () => void } {
  let step: keyof typeof names | undefined
  let bar: ReturnType<typeof progress> | undefined
  const megabytes = (bytes: number) => Math.ceil(bytes / 1_000_000)
  return {
    tell(now, done, total) {
      if (now !== step) {
        bar?.end()
        // A log is told only of work that takes a while.
        const told = process.stderr.isTTY || total >= worthTelling
        bar = told ? progress(`${names[now]} (MB)`, megabytes(total)) : undefined
        step = now
      }
      bar?.at(megabytes(done))
    },
    end: () => bar?.end(),
  }
}
