import type pg from 'pg'
import { workApart } from '#platform/apart/work.ts'
import { openDatabase, openPool } from '#platform/database.ts'
import { findExperiment } from '../queries/experiments.ts'
import { failRun, findRun, type Told } from '../queries/runs.ts'
import { carryOut } from './carry-out.ts'
import { CannotRun } from './given.ts'

interface Order {
  connection: pg.PoolConfig
  id: string
}

/** A whole run, with a connection of its own. */
await workApart<Order, Told>(async ({ connection, id }, tell) => {
  const db = openDatabase(openPool(connection, 2))
  try {
    const run = await findRun(db, id)
    const experiment = run && (await findExperiment(db, run.experimentId))
    if (experiment) await carryOut(db, run, experiment, tell)
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error
    await failRun(db, id, error.failure)
  } finally {
    await db.destroy()
  }
})
