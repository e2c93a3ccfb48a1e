import type { Command } from 'commander'
import { importArchive } from '#exchange/index.ts'
import { inTransaction } from '#platform/database.ts'
import { rebuildSearch } from '#search/index.ts'
import * as counted from './frame/counted.ts'
import { command, withJson } from './frame/command.ts'
import { withDatabase } from './frame/database.ts'
import { progress } from './frame/progress.ts'

export const importArchiveFolder = () =>
  withJson(
    command('archive <folder>', 'Loads what "mortar export" wrote into an empty database', [
      ['mortar import archive ./archive', 'the organization as it was; people are invited to sign in anew'],
      ['mortar import archive ./archive --data ./again --json', 'into a new data folder, for a program'],
    ]),
  ).action(async (folder: string, { json }: { json?: boolean }, made: Command) => {
    await withDatabase(made, async ({ pool, db }) => {
      const bar = progress('Importing', undefined)
      const manifest = await importArchive(pool, folder, (done, of) => bar.at(done, of))
      await inTransaction(db, rebuildSearch)
      bar.end()
      const rows = Object.values(manifest.tables).reduce((sum, count) => sum + count, 0)
      console.log(
        json
          ? JSON.stringify({ rows, files: manifest.files })
          : `Loaded ${counted.rows(rows)} and ${counted.files(manifest.files)}. Invite people to sign in from the office page.`,
      )
    })
  })
