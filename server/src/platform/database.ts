import { availableParallelism } from 'node:os'
import { AsyncLocalStorage } from 'node:async_hooks'
import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { DB } from '#schema.ts'
import { preparing } from './prepared.ts'

export type Database = Kysely<DB>
/** Reads accept either handle; writes ask for a transaction, so nothing is half done. */
export type Reader = Database | Writer
export type Writer = Transaction<DB>

const asNumber = (text: string) => Number(text)
const asText = (text: string) => text
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, asNumber],
  [pg.types.builtins.NUMERIC, asNumber],
  // A calendar day has no time zone: as a Date it would slip across midnight.
  [pg.types.builtins.DATE, asText],
])
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format as 'text'),
} as pg.CustomTypesConfig

/** A connection knows its plans by heart: who comes back after a pause should not wait for them to be made anew. */
const idleTimeoutMillis = 600_000

/** Each connection makes plans of its own, so there are no more than keep the processors and the disk busy, and some to wait on. */
const usualSize = Math.min(12, Math.max(6, 2 * availableParallelism() + 2))

/** A pool of connections with our types. At most `size` at once. */
export function openPool(connection: pg.PoolConfig, size = usualSize): pg.Pool {
  const pool = new pg.Pool({ idleTimeoutMillis, ...connection, types, max: size, application_name: 'mortar' })
  // One that is lost between two statements has nobody to tell: the next statement on it is refused.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

const pools = new WeakMap<Database, pg.Pool>()

export function openDatabase(pool: pg.Pool): Database {
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: preparing(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  pools.set(db, pool)
  return db
}

/** The connections beneath, for streams of millions of rows. */
export function poolOf(db: Database): pg.Pool {
  const pool = pools.get(db)
  if (!pool) throw new Error('This database was not opened by openDatabase')
  return pool
}

/** What a request adds to its transactions as their last step, such as that it is still the one to do this. */
export const lastStep = new AsyncLocalStorage<(tx: Writer) => Promise<void>>()

/** Runs a verb: all of it or nothing. */
export const inTransaction = <T>(db: Database, verb: (tx: Writer) => Promise<T>): Promise<T> => {
  const last = lastStep.getStore()
  return db.transaction().execute(async (tx) => {
    const result = await verb(tx)
    await last?.(tx)
    return result
  })
}

/**
 * One of these ids: `where id = ${among(ids)}`. As a subquery, so that the statement keeps one plan: for a short list
 * that it sees, PostgreSQL makes a plan anew each time, which takes longer than reading what it names.
 */
export const among = (ids: readonly string[]) => sql<string>`any(array(select unnest(${ids}::uuid[])))`

/** Page sizes that the product itself asks for, and one more of each, which tells whether there is a next page. */
const usual = new Set([5, 6, 8, 10, 20, 30, 50, 60, 100, 200, 300].flatMap((size) => [size, size + 1]))

/**
 * So many rows: `limit ${limitOf(size)}`. Where the planner cannot see how few are wanted, it plans as if a tenth of all
 * were, and makes the plan anew each time. Only usual sizes are written out, so that a statement has few wordings.
 */
export const limitOf = (rows: number) => (usual.has(rows) ? sql.lit(rows) : sql<number>`${rows}`)

/** The name of a violated constraint, when that is what failed. */
export function violated(error: unknown): string | undefined {
  const { code, constraint } = error as { code?: string; constraint?: string }
  return code?.startsWith('23') ? constraint : undefined
}
