import { createReadStream, existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type pg from 'pg'
import { placeReaders } from '#activity/index.ts'
import { linesIn, loading, moveCounters, type Table, tablesOf } from '#platform/copy/queries.ts'
import { Failure } from '#platform/failure.ts'
import { migrationsIn } from '#platform/migrate.ts'
import { mustBeEmpty } from '../backup/restore.ts'
import { format, type Manifest, ownColumns } from './format.ts'
import { saveContent } from './queries.ts'

/** Loads an archive into an empty database: the same organization again, without sign-in. */
export async function importArchive(
  pool: pg.Pool,
  dir: string,
  onTable?: (done: number, of: number) => void,
): Promise<Manifest> {
  const manifest = await manifestOf(dir)
  const client = await pool.connect()
  try {
    await mustBeEmpty(client)
    await loading(client, async () => {
      const tables = (await tablesOf(client)).filter(({ name }) => name in manifest.tables)
      for (const [place, table] of tables.entries()) {
        const rows = await loadTable(client, table, join(dir, 'data', `${table.name}.jsonl`))
        if (rows !== manifest.tables[table.name]) {
          throw new Failure(
            `The archive holds ${rows} of ${manifest.tables[table.name]} rows of ${table.name}: nothing was written.`,
            'refused',
          )
        }
        onTable?.(place + 1, tables.length)
      }
      await loadFiles(client, join(dir, 'files'))
      await moveCounters(client)
      const next = await afterLast(dir)
      await placeReaders(
        client,
        ['attention', 'search'].map((name) => ({ name, next })),
      )
    })
    return manifest
  } finally {
    client.release()
  }
}

async function manifestOf(dir: string): Promise<Manifest> {
  const file = join(dir, 'manifest.json')
  if (!existsSync(file))
    throw new Failure(`The folder ${dir} holds no archive: there is no manifest.json in it.`, 'refused')
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest
  if (manifest.format !== format) throw new Failure('This is not an archive of Mortar.', 'refused')
  if (manifest.migration !== migrationsIn().at(-1)!.name) {
    throw new Failure(
      `The archive was written by Mortar ${manifest.mortar}: import it with that version, then upgrade.`,
      'refused',
    )
  }
  return manifest
}

const batch = 500

async function loadTable(client: pg.ClientBase, table: Table, file: string): Promise<number> {
  const statement = linesIn(table, ownColumns(table.name, table.columns))
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity })
  let rows = 0
  let waiting: string[] = []
  const flush = async () => {
    if (waiting.length > 0) await client.query(statement, [`[${waiting.join(',')}]`])
    rows += waiting.length
    waiting = []
  }
  for await (const line of lines) {
    if (line) waiting.push(line)
    if (waiting.length >= batch) await flush()
  }
  await flush()
  return rows
}

async function loadFiles(client: pg.ClientBase, dir: string) {
  const names = (await readdir(dir)).filter((name) => /^[0-9a-f]{64}$/.test(name))
  for (const name of names) await saveContent(client, Buffer.from(name, 'hex'), await readFile(join(dir, name)))
}

/** What an archive tells happened long ago and reaches nobody's inbox again. */
async function afterLast(dir: string): Promise<number> {
  let last = 0
  const lines = createInterface({ input: createReadStream(join(dir, 'data', 'activity.jsonl')), crlfDelay: Infinity })
  for await (const line of lines) if (line) last = Math.max(last, Number((JSON.parse(line) as { id: number }).id))
  return last + 1
}
