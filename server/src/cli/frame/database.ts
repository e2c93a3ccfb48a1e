import type { Command } from 'commander'
import type pg from 'pg'
import { openDatabase, openPool, type Database } from '#platform/database.ts'
import { migrate } from '#platform/migrate.ts'
import { openPostgres, type Postgres } from '#platform/postgres/index.ts'
import { readSettings, type Settings } from '#platform/settings.ts'

export interface Opened {
  settings: Settings
  postgres: Postgres
  pool: pg.Pool
  db: Database
}

/** The settings of this run: the environment, with the data folder that the command line names. */
export function settingsFor(command: Command): Settings {
  const { data } = command.optsWithGlobals<{ data?: string }>()
  return readSettings(data ? { ...process.env, DATA_DIR: data } : process.env)
}

/** Does a command's work on the database, which a running Mortar may use at the same time. */
export async function withDatabase<T>(command: Command, work: (opened: Opened) => Promise<T>): Promise<T> {
  const settings = settingsFor(command)
  const postgres = await openPostgres(settings, 'command')
  const pool = openPool(postgres.config, 4)
  // Cut off by shutting down: a transaction under way is rolled back by the database.
  pool.on('error', () => {})
  const interrupted = () => void postgres.stop().finally(() => process.exit(130))
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted)
  try {
    await migrate(pool)
    return await work({ settings, postgres, pool, db: openDatabase(pool) })
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted)
    await pool.end()
    await postgres.stop()
  }
}
