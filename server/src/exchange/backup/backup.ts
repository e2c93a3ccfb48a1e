import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import copy from 'pg-copy-streams'
import { copyOut, countRows, inSnapshot, tablesOf } from '#platform/copy/queries.ts'
import type { FileStorage } from '#platform/files/storage.ts'
import { migrationsIn } from '#platform/migrate.ts'
import { readersPlaces } from '#activity/index.ts'
import { linesBeside, mustReach } from './beside.ts'
import { format, notInBackup, type Head } from './format.ts'

export interface BackupReport {
  file: string
  tables: number
  rows: number
  /** Files whose content the storage no longer has: they are empty in the backup. */
  lost: number
}

/** Writes everything of one moment to one file, while others go on working. The file appears when it is whole. */
export async function backup(
  pool: pg.Pool,
  file: string,
  version: string,
  onTable?: (done: number, of: number) => void,
  storage?: FileStorage,
): Promise<BackupReport> {
  const client = await pool.connect()
  const unfinished = `${file}.unfinished`
  try {
    const report = await inSnapshot(client, () => write(client, unfinished, version, onTable, storage))
    await rename(unfinished, file)
    return { file, ...report }
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  } finally {
    client.release()
  }
}

async function write(
  client: pg.ClientBase,
  file: string,
  version: string,
  onTable?: (done: number, of: number) => void,
  storage?: FileStorage,
) {
  const beside = await mustReach(client, storage)
  const tables = (await tablesOf(client)).filter(({ name }) => !notInBackup.has(name))
  const out = createGzip({ level: 6 })
  const stored = pipeline(out, createWriteStream(file, { mode: 0o600, flags: 'wx' }))
  let rows = 0
  let lost = 0
  const head: Head = {
    format,
    mortar: version,
    at: new Date().toISOString(),
    migrations: migrationsIn().map(({ name, checksum }) => ({ name, checksum })),
    readers: await readersPlaces(client),
  }
  await put(out, `${JSON.stringify(head)}\n`)
  for (const [place, table] of tables.entries()) {
    const columns = table.columns.filter((column) => !(table.name === 'activity' && column === 'transaction'))
    const added = table.name === 'file_content' ? beside : []
    const count = (await countRows(client, table.name)) + added.length
    await put(out, `${JSON.stringify({ table: table.name, columns, rows: count })}\n`)
    const source = client.query(copy.to(copyOut(table.name, columns)))
    for await (const chunk of source) await put(out, chunk as Buffer)
    if (storage) for await (const line of linesBeside(added, storage, columns, () => (lost += 1))) await put(out, line)
    await put(out, '\\.\n')
    rows += count
    onTable?.(place + 1, tables.length)
  }
  await put(out, `${JSON.stringify({ end: true, tables: tables.length, rows })}\n`)
  out.end()
  await Promise.all([stored, finished(out)])
  return { tables: tables.length, rows, lost }
}

async function put(out: Writable, chunk: string | Buffer) {
  if (!out.write(chunk)) await new Promise((resolve) => out.once('drain', resolve))
}
