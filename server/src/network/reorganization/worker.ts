import { parentPort, workerData } from 'node:worker_threads'
import type { ReorganizationSettings } from '@mortar/contract/network-reorganization'
import type pg from 'pg'
import { inTransaction, openDatabase, openPool } from '#platform/database.ts'
import { compare, withheld } from './compare.ts'
import { readCompared } from './inputs.ts'
import { holdAll, removeFromCharts, withdrawnSince } from '../sources/queries/found.ts'
import { finishReorganization, isNearAnother } from './queries.ts'

interface Order {
  connection: pg.PoolConfig
  id: string
  settings: ReorganizationSettings
}

/** In a thread of its own, with a connection of its own. */
const { connection, id, settings } = workerData as Order
const db = openDatabase(openPool(connection, 2))
parentPort!.postMessage('stands')
try {
  const began = new Date()
  const compared = await readCompared(db, settings)
  const outcome = compare(compared)
  await inTransaction(db, async (tx) => {
    // Whoever withdraws just now waits, and is then taken out of what is kept here.
    await holdAll(tx, 'share')
    const near = await isNearAnother(tx, compared.charts)
    await finishReorganization(tx, id, near ? withheld(outcome) : outcome, compared.charts)
    for (const person of await withdrawnSince(tx, began)) await removeFromCharts(tx, person)
  })
} finally {
  await db.destroy()
}
