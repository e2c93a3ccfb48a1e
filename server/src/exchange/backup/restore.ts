import { createReadStream } from 'node:fs'
import { once } from 'node:events'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import copy from 'pg-copy-streams'
import { copyIn, firstFilled, loading, moveCounters, tablesOf } from '#platform/copy/queries.ts'
import { Failure } from '#platform/failure.ts'
import { migrationsIn } from '#platform/migrate.ts'
import { placeReaders } from '#activity/index.ts'
import { type End, format, type Head, notInBackup, type TableHead } from './format.ts'
import { linesOf } from './lines.ts'

/** Loads a backup into an empty database of the same version: all of it or nothing. */
export async function restore(
  pool: pg.Pool,
  file: string,
  onRows?: (rows: number) => void,
): Promise<{ tables: number; rows: number }> {
  const client = await pool.connect()
  try {
    await mustBeEmpty(client)
    const source = unzipped(file)
    return await loading(client, () => load(client, linesOf(source), onRows))
  } catch (error) {
    throw told(error, file)
  } finally {
    client.release()
  }
}

function unzipped(file: string) {
  const unzip = createGunzip()
  // Told when its lines are read; a stream that fails before would end the process.
  unzip.on('error', () => {})
  createReadStream(file)
    .on('error', (error) => unzip.destroy(error))
    .pipe(unzip)
  return unzip
}

/** Refuses a database in which somebody has already written something. */
export async function mustBeEmpty(client: pg.ClientBase): Promise<void> {
  const names = (await tablesOf(client))
    .map(({ name }) => name)
    .filter((name) => !notInBackup.has(name) && name !== 'sign_in_link')
  const filled = await firstFilled(client, names)
  if (filled) {
    throw new Failure(
      `The database is not empty (${filled} has rows): nothing was written. Take another data folder or database.`,
      'refused',
    )
  }
}

async function load(client: pg.ClientBase, lines: AsyncGenerator<Buffer>, onRows?: (rows: number) => void) {
  const head = readHead(await next(lines))
  await client.query('delete from sign_in_link')
  let rows = 0
  for (;;) {
    const line = parsed<TableHead | End>(await next(lines))
    // Cut within a line.
    if (!line) throw new Failure(cutOff, 'refused')
    if ('end' in line) {
      if (line.rows !== rows)
        throw new Failure('The backup does not hold all that it says: nothing was written.', 'refused')
      await moveCounters(client)
      await placeReaders(client, head.readers)
      return { tables: line.tables, rows }
    }
    rows += await loadTable(client, line, lines)
    onRows?.(rows)
  }
}

async function loadTable(
  client: pg.ClientBase,
  { table, columns, rows }: TableHead,
  lines: AsyncGenerator<Buffer>,
): Promise<number> {
  const target = client.query(copy.from(copyIn(table, columns)))
  const done = once(target, 'finish')
  // Whichever fails first is told: a cut file, or what the database says of its last line.
  done.catch(() => {})
  let count = 0
  try {
    for (let line = await next(lines); !endOfTable.equals(line); line = await next(lines)) {
      count += 1
      if (!target.write(Buffer.concat([line, newline]))) await Promise.race([once(target, 'drain'), done])
    }
  } catch (error) {
    target.destroy()
    throw error
  }
  target.end()
  await done
  if (count !== rows)
    throw new Failure(`The backup holds ${count} of ${rows} rows of ${table}: nothing was written.`, 'refused')
  return count
}

const newline = Buffer.from('\n')
const endOfTable = Buffer.from('\\.')

function readHead(line: Buffer): Head {
  const head = parsed<Head>(line)
  if (head?.format !== format) throw new Failure('This file is not a backup of Mortar.', 'refused')
  const known = new Map(migrationsIn().map(({ name, checksum }) => [name, checksum]))
  const foreign = head.migrations.find(({ name, checksum }) => known.get(name) !== checksum)
  if (foreign || head.migrations.length !== known.size) {
    throw new Failure(
      `The backup was written by Mortar ${head.mortar}: install that version, restore there, then upgrade. Nothing was written.`,
      'refused',
    )
  }
  return head
}

function parsed<Line>(line: Buffer): Line | undefined {
  try {
    return JSON.parse(String(line)) as Line
  } catch {
    return undefined
  }
}

const cutOff = 'The backup ends in the middle: it was cut off. Nothing was written.'

async function next(lines: AsyncGenerator<Buffer>): Promise<Buffer> {
  const { value, done } = await lines.next()
  if (done) throw new Failure(cutOff, 'refused')
  return value
}

function told(error: unknown, file: string): unknown {
  const { code } = error as { code?: string }
  if (code === 'ENOENT') return new Failure(`There is no file ${file}.`, 'refused')
  if (code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR') {
    return new Failure('This file is not a backup of Mortar, or it is damaged. Nothing was written.', 'refused')
  }
  return error
}
