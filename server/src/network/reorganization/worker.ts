import type { ReorganizationSettings } from '@mortar/contract/network-reorganization'
import type pg from 'pg'
import { workApart } from '#platform/apart/work.ts'
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

/** With a connection of its own. */
await workApart(async ({ connection, id, settings }: Order) => {
  const db = openDatabase(openPool(connection, 2))
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
})
