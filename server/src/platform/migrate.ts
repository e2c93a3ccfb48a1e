import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type pg from 'pg'
import { codeOf, Failure } from './failure.ts'

export interface Migration {
  name: string
  sql: string
  checksum: string
}

interface Applied {
  name: string
  checksum: string
}

const lock = 7_308_003

export function migrationsIn(folder = new URL('../../migrations/', import.meta.url)): Migration[] {
  const names = readdirSync(folder).filter((file) => /^\d{4}_\w+\.sql$/.test(file))
  return names.sort().map((file) => {
    const sql = readFileSync(new URL(file, folder), 'utf8').replaceAll('\r\n', '\n')
    return { name: file.replace(/\.sql$/, ''), sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}

/** Brings the database to the state this code knows, and tells what it applied. Safe when many processes start at once. */
export async function migrate(pool: pg.Pool, known = migrationsIn()): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    const due = await dueMigrations(client, known)
    if (due.length > 0) await client.query(table)
    for (const migration of due) await apply(client, migration)
    return due.map(({ name }) => name)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lock]).catch(() => {})
    client.release()
  }
}

/** What this code would apply. Refuses a database that another Mortar wrote. */
export async function dueMigrations(client: pg.Pool | pg.PoolClient, known = migrationsIn()): Promise<Migration[]> {
  const applied = await appliedMigrations(client)
  for (const { name, checksum } of applied) {
    const own = known.find((migration) => migration.name === name)
    if (!own)
      throw new Failure(
        `The database was written by a newer Mortar (${name}): install that version, or restore a backup of this one.`,
      )
    if (own.checksum !== checksum)
      throw new Failure(
        `The database was made by another build of Mortar (${name} differs): install the version that made it.`,
      )
  }
  return known.filter(({ name }) => !applied.some((one) => one.name === name))
}

/** Those of the known migrations that a database has: to make another like it. */
export async function appliedOf(client: pg.Pool, known = migrationsIn()): Promise<Migration[]> {
  const due = await dueMigrations(client, known)
  return known.filter((migration) => !due.includes(migration))
}

async function appliedMigrations(client: pg.Pool | pg.PoolClient): Promise<Applied[]> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('migration') is not null as there`)
  if (!rows[0]?.there) return []
  return (await client.query<Applied>('select name, checksum from migration order by name')).rows
}

const table = `create table if not exists migration (
  name       text primary key,
  checksum   text not null,
  applied_at timestamptz not null default now()
)`

async function apply(client: pg.PoolClient, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query('insert into migration (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw refused(name, error)
  }
}

function refused(name: string, error: unknown): unknown {
  const why: Record<string, string> = {
    '53100': 'the disk is full: free some space and start again',
    '42501': 'the database user may not do this: make it the owner of the database',
    '0A000': 'an extension is missing on the database server: install PostgreSQL with its contrib modules',
  }
  const words = why[codeOf(error) ?? '']
  return words ? new Failure(`The database could not be brought up to date (${name}), ${words}.`) : error
}
