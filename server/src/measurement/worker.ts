import { parentPort, workerData } from 'node:worker_threads'
import type pg from 'pg'
import { openDatabase, openPool } from '#platform/database.ts'
import { reckon } from './editions/reckon.ts'
import { calm } from './look.ts'

/** In a thread of its own, with connections of its own. */
const { connection } = workerData as { connection: pg.PoolConfig }
const db = openDatabase(openPool(connection, 3))
parentPort!.postMessage('stands')
try {
  await reckon(db, calm)
} finally {
  await db.destroy()
}
