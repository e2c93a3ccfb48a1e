import { parentPort, workerData } from 'node:worker_threads'
import type pg from 'pg'
import { openDatabase, openPool } from '#platform/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { readImport } from './importing.ts'
import { importNumbered } from './queries/imports.ts'
import { sentFiles } from './sent.ts'

/** What a thread is given: reading keeps a whole core busy, and must not keep pages waiting. */
export interface Given {
  connection: pg.PoolConfig
  number: number
}

const { connection, number } = workerData as Given
const pool = openPool(connection, 3)
const db = openDatabase(pool)
parentPort!.postMessage('stands')
try {
  const found = await importNumbered(db, number)
  if (found) await readImport(db, number, await sentFiles(db, found))
} catch (error) {
  // A refusal lies with the import, where the page tells it.
  if (!(error instanceof Refusal)) throw error
} finally {
  await db.destroy()
}
