import type pg from 'pg'
import { workApart } from '#platform/apart/work.ts'
import { inTransaction, openDatabase, openPool } from '#platform/database.ts'
import { proposedNow } from './now.ts'
import { finishProposal, findVersion, type Order } from './queries/plans.ts'

/** A whole proposal, with a connection of its own. */
await workApart<Order & { connection: pg.PoolConfig }, number>(async ({ connection, ...order }, tell) => {
  const db = openDatabase(openPool(connection, 1))
  try {
    const version = await findVersion(db, order.plan, order.number)
    if (!version) return
    const { sends, figures } = await proposedNow(db, version.rules, tell)
    await inTransaction(db, (tx) => finishProposal(tx, order, sends, figures))
  } finally {
    await db.destroy()
  }
})
