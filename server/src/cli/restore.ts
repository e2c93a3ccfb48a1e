import type { Command } from 'commander'
import { restore as load } from '#exchange/index.ts'
import { type Database, inTransaction } from '#platform/database.ts'
import { carryOver } from '#platform/files/carry.ts'
import { type FileStorage, openStorage } from '#platform/files/storage.ts'
import { rebuildSearch } from '#search/index.ts'
import { command, withJson } from './frame/command.ts'
import { withDatabase } from './frame/database.ts'
import { progress } from './frame/progress.ts'

export const restore = () =>
  withJson(
    command('restore <file>', 'Loads a backup into an empty data folder or database', [
      ['mortar restore mortar-friday.backup --data ./restored', 'into a new data folder'],
      ['DATABASE_URL=postgresql://… mortar restore mortar-friday.backup', 'into an empty PostgreSQL of your own'],
    ]),
  ).action(async (file: string, { json }: { json?: boolean }, made: Command) => {
    await withDatabase(made, async ({ pool, db, settings }) => {
      const bar = progress('Restoring', undefined)
      const report = await load(pool, file, (rows) => bar.at(rows))
      await inTransaction(db, rebuildSearch)
      bar.end()
      const files = await carried(db, openStorage(settings))
      console.log(json ? JSON.stringify(report) : `Restored ${report.rows} rows of ${report.tables} tables.${files}`)
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
