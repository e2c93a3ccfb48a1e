import type { Command } from 'commander'
import { exportArchive } from '#exchange/index.ts'
import { asBlocked, openStorage } from '#platform/files/storage.ts'
import { version } from '#platform/project.ts'
import * as counted from './frame/counted.ts'
import { command, withJson } from './frame/command.ts'
import { withDatabase } from './frame/database.ts'
import { progress } from './frame/progress.ts'

export const exportAll = () =>
  withJson(
    command('export <folder>', 'Writes the organization as JSON Lines, Markdown and files', [
      ['mortar export ./archive', 'everything but sign-in; the manifest lists what is left out'],
      ['mortar import archive ./archive --data ./again', 'the same organization again, in an empty data folder'],
    ]),
  ).action(async (folder: string, { json }: { json?: boolean }, made: Command) => {
    await withDatabase(made, async ({ pool, settings }) => {
      const bar = progress('Exporting', undefined)
      const manifest = await exportArchive(
        pool,
        folder,
        version,
        (done, of) => bar.at(done, of),
        openStorage(settings),
      ).catch(asBlocked)
      bar.end()
      const rows = Object.values(manifest.tables).reduce((sum, count) => sum + count, 0)
      console.log(
        json
          ? JSON.stringify(manifest)
          : `${folder}: ${counted.rows(rows)}, ${counted.files(manifest.files)}. Left out: ${Object.keys(manifest.leftOut).join(', ')}.`,
      )
    })
  })
