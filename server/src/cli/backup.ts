import type { Command } from 'commander'
import { backup as write } from '#exchange/index.ts'
import { asBlocked, openStorage } from '#platform/files/storage.ts'
import { version } from '#platform/project.ts'
import { command, withJson } from './frame/command.ts'
import { withDatabase } from './frame/database.ts'
import { progress } from './frame/progress.ts'

export const backup = () =>
  withJson(
    command('backup <file>', 'Writes everything of this moment to one file, while Mortar goes on working', [
      ['mortar backup mortar-friday.backup', 'people, words, files, settings and sign-in of this moment'],
      ['mortar backup /mnt/safe/$(date +%F).backup --json', 'for a nightly job'],
    ]),
  ).action(async (file: string, { json }: { json?: boolean }, made: Command) => {
    await withDatabase(made, async ({ pool, settings }) => {
      const bar = progress('Backing up', undefined)
      const report = await write(pool, file, version, (done, of) => bar.at(done, of), openStorage(settings)).catch(
        asBlocked,
      )
      bar.end()
      console.log(
        json
          ? JSON.stringify(report)
          : `${report.file}: ${report.rows} rows of ${report.tables} tables. Keep it where only you can read it.${lost(report.lost)}`,
      )
    })
  })

const lost = (count: number) =>
  count > 0 ? `\n${count} files are no longer in the storage of files; they are empty in the backup.` : ''
