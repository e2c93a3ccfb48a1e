import type { Database } from '../database.ts'
import { contentHere, contentsHere, dropContent } from './queries.ts'
import type { FileStorage } from './storage.ts'

/** Carries contents that lie in the database over to the storage, one at a time; cut off, the rest stays readable. */
export async function carryOver(db: Database, storage: FileStorage): Promise<number> {
  const all = await contentsHere(db)
  for (const sha256 of all) {
    const bytes = await contentHere(db, sha256)
    if (!bytes) continue
    await storage.put(sha256.toString('hex'), bytes)
    await dropContent(db, sha256)
  }
  return all.length
}
