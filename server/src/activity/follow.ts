import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import { type ActivityRow, activitiesAfter, isLater, moveTo, placeOf } from './queries.ts'

/** A room that reads what happened, in order, each activity once: an index, an inbox. */
export interface Follower {
  name: string
  /** How many at once, where that is not the usual. */
  batch?: number
  read(tx: Writer, activities: ActivityRow[]): Promise<void>
}

const usual = 200

type Reached = 'more' | 'end' | 'waiting'

/**
 * Brings followers up to date; several processes may try, one at a time succeeds.
 * Tells whether that was all: what waits for an open transaction is to be asked for again, because its end may be told by nobody.
 */
export async function followActivity(db: Database, followers: Follower[]): Promise<boolean> {
  let all = true
  for (const follower of followers) {
    let reached: Reached
    do reached = await readBatch(db, follower)
    while (reached === 'more')
    if (reached === 'waiting') all = false
  }
  return all
}

const readBatch = (db: Database, follower: Follower): Promise<Reached> =>
  inTransaction(db, async (tx) => {
    const place = await placeOf(tx, follower.name)
    if (!place) return 'end'

    const batch = follower.batch ?? usual
    const activities = await activitiesAfter(tx, place, batch)
    const last = activities.at(-1)
    if (last) {
      await follower.read(tx, activities)
      await moveTo(tx, follower.name, { transaction: last.transaction, id: last.id })
    }
    if (activities.length === batch) return 'more'
    return (await isLater(tx, last ?? place)) ? 'waiting' : 'end'
  })
