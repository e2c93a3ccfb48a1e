import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { inject } from 'vitest'
import { openDatabase, openPool, type Database } from '#platform/database.ts'
import { administer, databaseAt } from './postgres/administer.ts'

export interface TestDatabase {
  db: Database
  pool: pg.Pool
  url: string
  drop(): Promise<void>
}

const made: TestDatabase[] = []
const users: (() => Promise<unknown>)[] = []

/** What uses a database is closed before it is dropped, also where it was opened in the middle of a scene. */
export const closeBeforeDropping = (close: () => Promise<unknown>) => users.push(close)

/** Drops what a test file made: `tidy.ts` sees to it when the file has ended. */
export async function dropDatabases(): Promise<void> {
  await Promise.all(users.splice(0).map((close) => close()))
  await Promise.all(made.splice(0).map((database) => database.drop()))
}

/** A fresh database, migrated and otherwise empty, gone when the test file has ended. */
export async function testDatabase({ migrated = true } = {}): Promise<TestDatabase> {
  const server = inject('postgres')
  const name = `${inject('run')}_${randomUUID().slice(0, 8)}`
  await administer(
    server,
    `create database ${name} template ${inject(migrated ? 'template' : 'blank')} ${inject('copying')}`,
  )
  const url = databaseAt(server, name)
  const pool = openPool({ connectionString: url }, 6)
  // A connection that the dropping of its database cuts is not an error of the test.
  pool.on('error', () => {})
  const database = {
    db: openDatabase(pool),
    pool,
    url,
    async drop() {
      if (!pool.ending) await pool.end()
      await administer(server, `drop database if exists ${name} with (force)`)
    },
  }
  made.push(database)
  return database
}
