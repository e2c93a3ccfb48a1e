import type pg from 'pg'
import { workApart } from '#platform/apart/work.ts'
import { openDatabase, openPool } from '#platform/database.ts'
import { reckon } from './editions/reckon.ts'
import { calm } from './look.ts'

/** With connections of its own. */
await workApart(async ({ connection }: { connection: pg.PoolConfig }) => {
  const db = openDatabase(openPool(connection, 3))
  try {
    await reckon(db, calm)
  } finally {
    await db.destroy()
  }
})
