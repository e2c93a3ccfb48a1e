import { createInterface } from 'node:readline/promises'
import type { Command } from 'commander'
import { carryOutLooked, type LookedAt, lookAtFiles, markingWith } from '#organization/index.ts'
import type { Database } from '#platform/database.ts'
import { Failure } from '#platform/failure.ts'
import { sentence } from '#platform/words.ts'
import { command, withJson } from './frame/command.ts'
import { withDatabase } from './frame/database.ts'
import { inWords } from './frame/in-words.ts'
import { progress } from './frame/progress.ts'
import { changesNothing, described, shown } from './import-organization-report.ts'

interface Asked {
  units?: string
  dryRun?: boolean
  complete?: string | true
  yes?: boolean
  bringIn?: number[]
  json?: boolean
}

export const importOrganization = () =>
  withJson(
    command('organization', 'Brings in people and units from CSV, or brings them up to date', [
      ['mortar import organization people.csv --dry-run', 'shows what would be added, changed and ended'],
      ['mortar import organization people.csv --units units.csv', 'with a file of units'],
      ['mortar import organization people.csv --complete', 'who is not in the file has left'],
      ['mortar import organization carding.csv --complete Carding', 'the same for one unit'],
    ]),
  )
    .argument('<people.csv>', 'one row a person, with an id or an e-mail address')
    .option('--units <units.csv>', 'one row a unit: id, name, parent, manager')
    .option('--dry-run', 'look only, change nothing')
    .option('--complete [unit]', 'the file holds everybody, of the organization or of one unit')
    .option('--bring-in <rows>', 'rows of people who were erased, brought in as somebody new', rowsIn)
    .option('--yes', 'more than 5% of the people ending is meant')
    .action((people: string, asked: Asked, made: Command) =>
      withDatabase(made, ({ db, settings }) =>
        inWords(() => bring(db, people, asked, { marking: markingWith(settings.secret), bringIn: asked.bringIn })),
      ),
    )

const rowsIn = (text: string) => text.split(',').map(Number)

async function bring(db: Database, people: string, asked: Asked, marked: Parameters<typeof lookAtFiles>[3]) {
  const bar = bars()
  const looked = await lookAtFiles(db, { people, units: asked.units, complete: asked.complete }, bar.tell, marked)
  bar.end()
  if (!asked.json) console.log(shown(looked, { people, ...asked }))
  if (asked.dryRun) return report(asked, looked, null)

  await askedFor(looked, asked)
  const applying = bars()
  const id = await carryOutLooked(db, looked, applying.tell)
  applying.end()
  report(asked, looked, id)
}

/** Ends people in numbers only when somebody says that it is meant. */
async function askedFor({ plan }: LookedAt, { yes, json }: Asked) {
  const { asks } = plan.summary
  if (!asks || yes) return
  const words = sentence('en', 'organization:importAsks', { ...asks })
  if (json || !process.stdin.isTTY)
    throw new Failure(`${words} Nothing was imported. Add --yes if it is meant.`, 'refused')
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question(`${words} End them? (y/N) `)
  terminal.close()
  if (!/^y(es)?$/i.test(answer.trim())) throw new Failure('Nothing was imported.', 'refused')
}

function report({ json }: Asked, looked: LookedAt, id: string | null) {
  if (json) return console.log(JSON.stringify(described(looked, id)))
  if (!id) console.log('  Nothing was changed: this was a dry run.')
  else if (changesNothing(looked)) console.log('  Nothing had to be changed: everything is as the file says.')
  else console.log('  Imported. The page of imports can undo it.')
}

/** One bar after another, a bar for each step of the work. */
function bars() {
  const names = { reading: 'Reading', comparing: 'Comparing', writing: 'Writing' } as const
  let step: keyof typeof names | undefined
  let bar: ReturnType<typeof progress> | undefined
  return {
    tell(now: keyof typeof names, done: number, total: number) {
      if (now !== step) {
        bar?.end()
        // A log is told only of work that takes a while.
        bar = process.stderr.isTTY || total >= 10_000 ? progress(names[now], total || undefined) : undefined
        step = now
      }
      bar?.at(done, total || undefined)
    },
    end: () => bar?.end(),
  }
}
