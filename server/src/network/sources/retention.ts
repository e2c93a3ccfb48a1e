import { type Database, inTransaction } from '#platform/database.ts'
import { removeOldAnswers } from '../survey/queries/removal.ts'
import { forgetStrangers } from '../traces/queries/imports.ts'
import { forgetUnread } from '../traces/queries/pieces.ts'
import type { Marking } from '#organization/index.ts'
import { forgetErased, forgetMarked } from './erasure.ts'
import { removeOldTraces } from './queries/removal.ts'

/** What is older than its source may keep goes, and what is left of people who were erased; run every hour. Tells how many rows went. */
export const forgetOldTraces = (db: Database, marking?: Marking): Promise<number> =>
  inTransaction(db, async (tx) => {
    await forgetUnread(tx)
    await removeOldAnswers(tx)
    await forgetStrangers(tx)
    if (marking) await forgetMarked(tx, marking)
    return (await forgetErased(tx)) + (await removeOldTraces(tx))
  })
