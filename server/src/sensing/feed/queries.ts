import { sql } from 'kysely'
import type { Database, Reader, Writer } from '#platform/database.ts'

export interface FeedRow {
  id: string
  communityId: string | null
  url: string
  host: string
  title: string
  addedBy: string | null
  etag: string | null
  lastModified: string | null
  nextAt: Date
  readAt: Date | null
  failures: number
  failure: string | null
  endedAt: Date | null
  endedWhy: 'gone' | 'failing' | 'byHand' | null
}

const columns = [
  'id',
  'communityId',
  'url',
  'host',
  'title',
  'addedBy',
  'etag',
  'lastModified',
  'nextAt',
  'readAt',
  'failures',
  'failure',
  'endedAt',
  'endedWhy',
] as const

export const findFeed = (db: Reader, id: string): Promise<FeedRow | undefined> =>
  db.selectFrom('feed').select(columns).where('id', '=', id).executeTakeFirst() as Promise<FeedRow | undefined>

/** Of one community, or of the organization: those that are listened to first. */
export const feedsOf = (db: Reader, communityId: string | null): Promise<FeedRow[]> =>
  db
    .selectFrom('feed')
    .select(columns)
    .where('communityId', communityId === null ? 'is' : '=', communityId)
    .orderBy(sql`ended_at is not null`)
    .orderBy('addedAt', 'desc')
    .orderBy('id')
    .limit(200)
    .execute() as Promise<FeedRow[]>

/** Writes it unless it is listened to already. */
export async function saveFeed(
  tx: Writer,
  row: { communityId: string | null; url: string; host: string; addedBy: string },
): Promise<string | undefined> {
  const saved = await tx
    .insertInto('feed')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return saved?.id
}

export async function countFeeds(db: Reader, communityId: string | null): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from feed
    where community_id is not distinct from ${communityId}::uuid and ended_at is null`.execute(db)
  return rows[0]!.count
}

/** Ends it unless it ended; tells whether this did. */
export async function saveEnd(tx: Writer, id: string, why: 'gone' | 'failing' | 'byHand'): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('feed')
    .set({ endedAt: sql<Date>`now()`, endedWhy: why, claimedUntil: null })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function saveBeginning(tx: Writer, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('feed')
    .set({ endedAt: null, endedWhy: null, failures: 0, failure: null, nextAt: sql<Date>`now()` })
    .where('id', '=', id)
    .where('endedAt', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Reads it soon, but not again within ten minutes of the last time; tells whether it will. */
export async function hasten(tx: Writer, id: string): Promise<boolean> {
  const { rows } = await sql`
    update feed set next_at = least(next_at, now())
    where id = ${id} and ended_at is null and (read_at is null or read_at < now() - interval '10 minutes' or failures > 0)
    returning id`.execute(tx)
  return rows.length > 0
}

/**
 * Takes up feeds that are due, one for each host, for two minutes: of two processes one has it, two feeds of one host
 * are not read at once, and what dies in the middle is taken up again.
 */
export async function claimDue(db: Database, most: number): Promise<FeedRow[]> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('feeds are taken up one process at a time', 0))`.execute(tx)
    const { rows } = await sql<FeedRow>`
      update feed set claimed_until = now() + interval '2 minutes'
      where id in (
        select id from (
          select distinct on (host) id, next_at from feed due
          where ended_at is null and next_at <= now() and (claimed_until is null or claimed_until < now())
            and not exists (select from feed busy where busy.host = due.host and busy.claimed_until >= now())
          order by host, next_at, id) first
        order by next_at, id limit ${most})
      returning id, community_id, url, host, title, added_by, etag, last_modified, next_at, read_at, failures, failure,
                ended_at, ended_why`.execute(tx)
    return rows
  })
}

export async function anyDue(db: Reader): Promise<boolean> {
  const { rows } = await sql`select from feed where ended_at is null and next_at <= now() limit 1`.execute(db)
  return rows.length > 0
}

interface Outcome {
  pause: number
  failures: number
  failure: string | null
  read?: { title: string; etag: string | null; lastModified: string | null; url: string; host: string }
}

/** How a reading ended, and when the next one is due. Feeds that were ended meanwhile stay ended. */
export async function saveOutcome(tx: Writer, id: string, { pause, failures, failure, read }: Outcome): Promise<void> {
  await tx
    .updateTable('feed')
    .set({
      failures,
      failure,
      claimedUntil: null,
      nextAt: sql<Date>`now() + make_interval(secs => ${pause})`,
      ...(failure === null && { readAt: sql<Date>`now()` }),
      ...read,
    })
    .where('id', '=', id)
    .execute()
}

/** Whether another feed is listened to at this address already, so that one which moved does not become its double. */
export async function isListenedTo(db: Reader, communityId: string | null, url: string): Promise<boolean> {
  const { rows } = await sql`
    select from feed
    where community_id is not distinct from ${communityId}::uuid and url = ${url} and ended_at is null`.execute(db)
  return rows.length > 0
}

export async function isAliveCommunity(db: Reader, id: string): Promise<boolean> {
  const { rows } = await sql`select from community where id = ${id} and closed_at is null`.execute(db)
  return rows.length > 0
}
