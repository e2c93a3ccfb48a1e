import { type Database, inTransaction } from '#platform/database.ts'
import { forgetUnread } from '../traces/queries/pieces.ts'
import { removeOldTraces } from './queries/removal.ts'

/** What is older than its source may keep goes; run every hour. Tells how many rows went. */
export const forgetOldTraces = (db: Database): Promise<number> =>
  inTransaction(db, async (tx) => {
    await forgetUnread(tx)
    return removeOldTraces(tx)
  })
