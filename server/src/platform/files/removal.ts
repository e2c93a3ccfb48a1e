import { type Database, inTransaction } from '../database.ts'
import { forgetRemoval, holdContent, isContentUsed, nextRemovals } from './queries.ts'
import type { FileStorage } from './storage.ts'

/** Deletes from the storage what was taken away here. What the storage does not take now is tried again later. */
export async function removeContents(db: Database, storage: FileStorage): Promise<number> {
  const due = await nextRemovals(db)
  for (const sha256 of due) {
    await inTransaction(db, async (tx) => {
      await holdContent(tx, sha256)
      if (!(await isContentUsed(tx, sha256))) await storage.remove(sha256.toString('hex'))
      await forgetRemoval(tx, sha256)
    })
  }
  return due.length
}
