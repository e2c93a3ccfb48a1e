import type pg from 'pg'
import { workApart } from '#platform/apart/work.ts'
import { openDatabase, openPool } from '#platform/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { readImport } from './importing.ts'
import { importNumbered } from './queries/imports.ts'
import { sentFiles } from './sent.ts'

/** What a process of its own is given. */
export interface Given {
  connection: pg.PoolConfig
  number: number
}

await workApart(async ({ connection, number }: Given) => {
  const pool = openPool(connection, 3)
  const db = openDatabase(pool)
  try {
    const found = await importNumbered(db, number)
    if (found) await readImport(db, number, await sentFiles(db, found))
  } catch (error) {
    // A refusal lies with the import, where the page tells it.
    if (!(error instanceof Refusal)) throw error
  } finally {
    await db.destroy()
  }
})
