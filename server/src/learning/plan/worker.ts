import type pg from 'pg'
import { workApart } from '#platform/apart/work.ts'
import { inTransaction, openDatabase, openPool } from '#platform/database.ts'
import { propose } from '../flow/plan.ts'
import { groundFor, named, rulesOf } from './ground.ts'
import { storedFigures, storedSends } from './plan.ts'
import { finishProposal, findVersion, type Order } from './queries/plans.ts'

/** A whole proposal, with a connection of its own. */
await workApart<Order & { connection: pg.PoolConfig }, number>(async ({ connection, ...order }, tell) => {
  const db = openDatabase(openPool(connection, 1))
  try {
    const version = await findVersion(db, order.plan, order.number)
    if (!version) return
    const ground = await groundFor(db, version.rules)
    const proposal = await propose(ground.world, rulesOf(version.rules), tell)
    const sends = proposal.sends.map((send) => named(ground, send))
    const kept = storedSends(ground, sends)
    const figures = storedFigures(ground, version.rules, sends, proposal)
    await inTransaction(db, (tx) => finishProposal(tx, order, kept, figures))
  } finally {
    await db.destroy()
  }
})
