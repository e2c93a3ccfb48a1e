import { parentPort, workerData } from 'node:worker_threads'
import type pg from 'pg'
import { openDatabase, openPool } from '#platform/database.ts'
import { findExperiment } from '../queries/experiments.ts'
import { failRun, findRun } from '../queries/runs.ts'
import { carryOut } from './carry-out.ts'
import { CannotRun } from './given.ts'

/** A whole run in a thread of its own, with a connection of its own. */
const { connection, id } = workerData as { connection: pg.PoolConfig; id: string }
const db = openDatabase(openPool(connection, 2))
parentPort!.postMessage(undefined)
try {
  const run = await findRun(db, id)
  const experiment = run && (await findExperiment(db, run.experimentId))
  if (experiment) await carryOut(db, run, experiment, (told) => parentPort!.postMessage(told))
} catch (error) {
  if (!(error instanceof CannotRun)) throw error
  await failRun(db, id, error.failure)
} finally {
  await db.destroy()
}
