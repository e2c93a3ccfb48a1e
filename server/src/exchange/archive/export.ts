import { createWriteStream } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import copy from 'pg-copy-streams'
import { countRows, inSnapshot, linesOut, tablesOf } from '#platform/copy/queries.ts'
import { Failure } from '#platform/failure.ts'
import type { FileStorage } from '#platform/files/storage.ts'
import { migrationsIn } from '#platform/migrate.ts'
import { format, leftOut, type Manifest, ownColumns } from './format.ts'
import { writeReadable } from './markdown.ts'
import { contentsOf } from './queries.ts'
import { mustReach } from '../backup/beside.ts'

/** Writes the organization of one moment into an empty folder. */
export async function exportArchive(
  pool: pg.Pool,
  dir: string,
  version: string,
  onTable?: (done: number, of: number) => void,
  storage?: FileStorage,
): Promise<Manifest> {
  await mustBeFree(dir)
  await Promise.all(
    ['data', 'files', 'inquiries', 'practices'].map((part) => mkdir(join(dir, part), { recursive: true })),
  )
  const client = await pool.connect()
  try {
    return await inSnapshot(client, async () => {
      const tables = (await tablesOf(client)).filter(({ name }) => !(name in leftOut) && name !== 'file_content')
      const counts: Record<string, number> = {}
      for (const [place, table] of tables.entries()) {
        const source = client.query(copy.to(linesOut(table, ownColumns(table.name, table.columns))))
        await pipeline(source, createWriteStream(join(dir, 'data', `${table.name}.jsonl`)))
        counts[table.name] = await countRows(client, table.name)
        onTable?.(place + 1, tables.length)
      }
      const files = await writeFiles(client, join(dir, 'files'), storage)
      await writeReadable(client, dir)
      const manifest: Manifest = {
        format,
        mortar: version,
        at: new Date().toISOString(),
        migration: migrationsIn().at(-1)!.name,
        tables: counts,
        files,
        leftOut,
      }
      // Written last: a folder without it is not a whole archive.
      await writeFile(join(dir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
      return manifest
    })
  } finally {
    client.release()
  }
}

async function mustBeFree(dir: string) {
  const there = await readdir(dir).catch(() => [])
  if (there.length > 0)
    throw new Failure(`The folder ${dir} is not empty: nothing was written. Name a new one.`, 'refused')
}

async function writeFiles(client: pg.ClientBase, dir: string, storage: FileStorage | undefined): Promise<number> {
  let count = 0
  await mustReach(client, storage)
  for await (const { name, bytes } of contentsOf(client, storage)) {
    if (!bytes) continue
    await writeFile(join(dir, name), bytes)
    count += 1
  }
  return count
}
