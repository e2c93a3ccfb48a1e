import type { Command } from 'commander'
import { eraseAgain, keepErasures, readErasures } from '#erasure/index.ts'
import { restore as load } from '#exchange/index.ts'
import { markingWith } from '#organization/index.ts'
import { type Database, inTransaction } from '#platform/database.ts'
import { carryOver } from '#platform/files/carry.ts'
import { type FileStorage, openStorage } from '#platform/files/storage.ts'
import { erasuresFile } from '#platform/settings.ts'
import { rebuildSearch } from '#search/index.ts'
import { people, rows } from './frame/counted.ts'
import { command, withJson } from './frame/command.ts'
import { withDatabase } from './frame/database.ts'
import { progress } from './frame/progress.ts'

interface Asked {
  json?: boolean
  erasures?: string
}

export const restore = () =>
  withJson(
    command('restore <file>', 'Loads a backup into an empty data folder or database', [
      ['mortar restore mortar-friday.backup --data ./restored', 'into a new data folder'],
      [
        'mortar restore mortar-friday.backup --data ./restored --erasures ./data/erasures.jsonl',
        'and erases again whoever was erased since Friday',
      ],
      ['DATABASE_URL=postgresql://… mortar restore mortar-friday.backup', 'into an empty PostgreSQL of your own'],
    ]),
  )
    .option('--erasures <file>', 'erasures.jsonl of the data folder that the backup came from; else that of this one')
    .action(async (file: string, { json, erasures }: Asked, made: Command) => {
      await withDatabase(made, async ({ pool, db, settings }) => {
        const kept = await readErasures(erasures ?? erasuresFile(settings), { mustBe: erasures !== undefined })
        const bar = progress('Restoring', undefined)
        const report = await load(pool, file, (rows) => bar.at(rows))
        const erased = await eraseAgain(db, kept, markingWith(settings.secret))
        await keepErasures(db, erasuresFile(settings))
        await inTransaction(db, rebuildSearch)
        bar.end()
        const files = await carried(db, openStorage(settings))
        const again = erased > 0 ? ` ${people(erased)} erased since then: erased again.` : ''
        console.log(
          json
            ? JSON.stringify({ ...report, erased })
            : `Restored ${rows(report.rows)} of ${report.tables} tables.${again}${files}`,
        )
      })
    })

/** Files go where the setting says; what does not get there is read from the database. */
async function carried(db: Database, storage: FileStorage | undefined): Promise<string> {
  if (!storage) return ''
  return carryOver(db, storage).then(
    (count) => ` ${count} files are in ${storage.described}.`,
    () => ' The storage of files does not answer: some files stay in the database, and are read from there.',
  )
}
