import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPool } from '../server/src/platform/database.ts'
import { migrate } from '../server/src/platform/migrate.ts'
import { openPostgres } from '../server/src/platform/postgres/index.ts'
import { readSettings } from '../server/src/platform/settings.ts'

// Writes server/src/schema.ts from a database that the migrations have just made.
const folder = mkdtempSync(join(tmpdir(), 'mortar-schema-'))
const postgres = await openPostgres(readSettings({ DATA_DIR: join(folder, 'data') }), 'command')
try {
  const pool = openPool(postgres.config, 2)
  await migrate(pool)
  const { host, port, user, database } = pool.options
  await pool.end()
  const url = `postgresql://${user}@localhost:${port ?? 5432}/${database}?host=${encodeURIComponent(host ?? 'localhost')}`
  const made = spawnSync('kysely-codegen', ['--config-file', 'kysely-codegen.json', '--url', url], { encoding: 'utf8' })
  console.log(made.status === 0 ? 'server/src/schema.ts is written.' : made.stderr)
  process.exitCode = made.status ?? 1
} finally {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
