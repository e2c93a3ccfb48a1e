import type { DiscoverySettings, DiscoveryStep } from '@mortar/contract/network-discovery'
import type pg from 'pg'
import { workApart } from '#platform/apart/work.ts'
import { openDatabase, openPool } from '#platform/database.ts'
import { outcomeOf } from './compute/outcome.ts'
import { withCrew } from './crew.ts'
import { readInputs } from './inputs.ts'
import { publish } from './publish.ts'

export interface WorkerOrder {
  connection: pg.PoolConfig
  run: string
  settings: DiscoverySettings
}

export interface WorkerNews {
  step: DiscoveryStep
  /** Of this step. */
  share: number
}

/** A whole computation, with a connection of its own: reads, computes, writes. */
await workApart<WorkerOrder, WorkerNews>(async ({ connection, run, settings }, news) => {
  const tell = (step: DiscoveryStep, share: number) => news({ step, share })
  const began = performance.now()
  const pool = openPool(connection, 2)
  const db = openDatabase(pool)
  try {
    tell('reading', 0)
    const read = await readInputs(db, settings, (share) => tell('reading', share))
    const outcome = await withCrew(read.inputs.ties, (crew) => outcomeOf(read.inputs, settings, crew, tell))
    tell('comparing', 0)
    await publish(db, run, read, outcome, began, tell)
  } finally {
    await db.destroy()
  }
})
