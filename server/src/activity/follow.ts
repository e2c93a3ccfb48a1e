import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import { type ActivityRow, activitiesAfter, moveTo, placeOf } from './queries.ts'

/** A room that reads what happened, in order, each activity once: an index, an inbox. */
export interface Follower {
  name: string
  read(tx: Writer, activities: ActivityRow[]): Promise<void>
}

const batch = 200

/** Brings followers up to date; several processes may try, one at a time succeeds. Returns when nothing is left. */
export async function followActivity(db: Database, followers: Follower[]): Promise<void> {
  for (const follower of followers) while (await readBatch(db, follower)) {}
}

const readBatch = (db: Database, follower: Follower): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    const place = await placeOf(tx, follower.name)
    if (!place) return false

    const activities = await activitiesAfter(tx, place, batch)
    const last = activities.at(-1)
    if (!last) return false

    await follower.read(tx, activities)
    await moveTo(tx, follower.name, { transaction: last.transaction, id: last.id })
    return activities.length === batch
  })
