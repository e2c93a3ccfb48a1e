import { dismissReader, followActivity, type Follower } from '#activity/index.ts'
import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import { weekOf } from '../week.ts'
import type { Place } from '#platform/work.ts'
import { isTrace } from './activity.ts'
import { holdOpen, importOf, type OwnSource, ownSources, readUpToNow, weeksOfActivity } from './queries/sources.ts'
import { countWeeks } from './queries/weeks.ts'

/** So many lines of the trail at once: a week is counted once for all of its lines among them. */
const batch = 5000
/** A count of weeks is in no hurry. */
const minutes = 10

const readerOf = (source: string) => `network ${source}`

/** Weeks that a source may keep. */
const keeps = ({ retentionDays }: OwnSource) => {
  const oldest = weekOf(Date.now() - retentionDays * 86_400_000)
  return (week: number) => week >= oldest
}

/** Reads the trail from where it stopped, and counts each week anew in which something happened. */
const follower = (source: OwnSource): Follower => ({
  name: readerOf(source.id),
  batch,
  async read(tx, activities) {
    const traces = activities.filter(({ verb }) => isTrace(verb))
    const weeks = [...new Set(traces.map(({ at }) => weekOf(at)))].filter(keeps(source))
    if (weeks.length > 0 && (await holdOpen(tx, source.id)))
      await countWeeks(tx, { source: source.id, number: await importOf(tx, source.id) }, weeks)
  },
})

/** Brings the sources of Mortar's own activity up to date: those that are due, or all of them. */
export async function readActivity(db: Database, all = false): Promise<void> {
  for (const source of await ownSources(db, all ? 0 : minutes)) {
    await inTransaction(db, (tx) => importOf(tx, source.id))
    await followActivity(db, [follower(source)])
    await readUpToNow(db, source.id)
  }
}

export const lookForActivity = ({ db }: Place): Promise<void> => readActivity(db)

/** A source that is closed is read into no more. */
export const endReading = (tx: Writer, source: string) => dismissReader(tx, readerOf(source))

/** Counts all that happened, at once and within a transaction that may have made it happen. */
export async function readAllActivity(tx: Writer, source: OwnSource): Promise<void> {
  const weeks = (await weeksOfActivity(tx, new Date(Date.now() - source.retentionDays * 86_400_000))).filter(
    keeps(source),
  )
  if (weeks.length > 0) await countWeeks(tx, { source: source.id, number: await importOf(tx, source.id) }, weeks)
}
