import type { Command } from 'commander'
import { upgrade as bringOver } from '#exchange/index.ts'
import { openPool } from '#platform/database.ts'
import { Failure } from '#platform/failure.ts'
import { migrate } from '#platform/migrate.ts'
import { openPostgres } from '#platform/postgres/index.ts'
import type { Settings } from '#platform/settings.ts'
import { command, withJson } from './frame/command.ts'
import { settingsFor } from './frame/database.ts'
import { progress } from './frame/progress.ts'

export const upgrade = () =>
  withJson(
    command('upgrade', 'Brings a data folder of an older PostgreSQL to the one that comes with Mortar', [
      ['mortar upgrade', 'the old database is kept; cut off, it begins anew'],
      ['mortar upgrade --postgres /opt/postgresql-17', 'with the programs of the older PostgreSQL from there'],
    ]),
  )
    .option('--postgres <folder>', 'where the programs of the older PostgreSQL are')
    .action(async ({ json, postgres }: { json?: boolean; postgres?: string }, made: Command) => {
      const settings = settingsFor(made)
      if (settings.databaseUrl)
        throw new Failure(
          'DATABASE_URL leads to a PostgreSQL of your own: whoever runs it upgrades it, with the tools that it brings.',
          'usage',
        )
      const report = await upgradeShown(settings, postgres)
      if (report) await proveIt(settings)
      console.log(json ? JSON.stringify(report ?? { upgraded: false }) : words(report))
    })

async function upgradeShown({ dataDir }: Settings, given: string | undefined) {
  const copying = progress('Copying', undefined)
  const comparing = progress('Comparing', undefined)
  const report = await bringOver({
    dataDir,
    given,
    told: {
      copied(rows, of) {
        copying.at(rows, of)
        if (rows === of) copying.end()
      },
      compared(tables, of) {
        comparing.at(tables, of)
        if (tables === of) comparing.end()
      },
    },
  })
  return report
}

/** Starts it in its place, and brings it to the state that this version knows. */
async function proveIt(settings: Settings): Promise<void> {
  const postgres = await openPostgres(settings, 'command')
  const pool = openPool(postgres.config, 1)
  try {
    await migrate(pool)
  } finally {
    await pool.end()
    await postgres.stop()
  }
}

const words = (report: Awaited<ReturnType<typeof bringOver>>) =>
  report
    ? `Upgraded from PostgreSQL ${report.from} to ${report.to}: ${report.rows.toLocaleString('en')} rows, each table compared.
The old database is kept in ${report.kept}. Delete it when you have seen that all is well.`
    : 'The data folder is of the PostgreSQL that comes with Mortar: there is nothing to upgrade.'
