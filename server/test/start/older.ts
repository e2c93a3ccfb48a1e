import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportArchive, loadExample } from '#exchange/index.ts'
import { setLanguage } from '#organization/index.ts'
import { inTransaction, openDatabase, openPool } from '#platform/database.ts'
import { migrate } from '#platform/migrate.ts'
import { binariesFor } from '#platform/postgres/binaries.ts'
import { openEmbedded, openVisit } from '#platform/postgres/embedded.ts'
import { placeIn } from '#platform/postgres/folder.ts'
import { olderBinaries } from '#platform/postgres/older.ts'

const systems = '/usr/lib/postgresql'
const ours = binariesFor(undefined).major

/** An older PostgreSQL that this system has; without one there is no folder of it to upgrade. */
export const olderMajor = (existsSync(systems) ? readdirSync(systems) : [])
  .map(Number)
  .filter((major) => major >= 15 && major < ours && existsSync(join(systems, String(major), 'bin/initdb')))
  .toSorted((a, b) => b - a)[0]

export async function openOlder(dataDir: string, purpose: 'serve' | 'command', major = olderMajor!) {
  const place = placeIn(dataDir)
  const binaries = olderBinaries(major, { owner: place.owner, dataDir })
  return openVisit({ place, binaries, dataDir, purpose, durable: true })
}

/** Fills a data folder as an older Mortar would have left it: the example, in an organization that speaks Finnish. */
export async function fillOlder(dataDir: string, major = olderMajor!): Promise<void> {
  const postgres = await openOlder(dataDir, 'command', major)
  const pool = openPool(postgres.config, 2)
  const db = openDatabase(pool)
  await migrate(pool)
  const { rows } = await pool.query<{ id: string }>(
    "insert into person (name, email) values ('Office', 'office@example.org') returning id",
  )
  const id = rows[0]!.id
  await pool.query('insert into knowledge_office (person_id) values ($1)', [id])
  await loadExample(db, { id, office: true, guest: false, language: 'en', timeZone: 'UTC' })
  await inTransaction(db, (tx) => setLanguage(tx, 'fi'))
  await pool.end()
  await postgres.stop()
}

const open = {
  older: (dataDir: string, major?: number) => openOlder(dataDir, 'command', major),
  ours: (dataDir: string) => openEmbedded(dataDir, 'command'),
}

/** Everything that an archive of this folder says, but for when it was written. */
export async function exportOf(
  dataDir: string,
  by: keyof typeof open,
  major?: number,
): Promise<Record<string, string>> {
  const postgres = await open[by](dataDir, major)
  const pool = openPool(postgres.config, 2)
  const folder = join(mkdtempSync(join(tmpdir(), 'mortar-upgraded-')), 'archive')
  try {
    await exportArchive(pool, folder, '0.0.0')
  } finally {
    await pool.end()
    await postgres.stop()
  }
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files
      .filter(({ name }) => name !== 'manifest.json')
      .map(({ parentPath, name }) => [
        join(parentPath, name).slice(folder.length),
        readFileSync(join(parentPath, name), 'latin1'),
      ]),
  )
}
