import { sql } from 'kysely'
import { among, type Reader, type Writer } from '#platform/database.ts'
import type { Imperative } from './imperative.ts'

const columns = ['id', 'title', 'why', 'fromDay', 'toDay', 'carrierId', 'endedAt', 'endedReason', 'hiddenAt'] as const

/** Those that were not ended first, then by their beginning, the latest first. */
export const allImperatives = (db: Reader): Promise<Imperative[]> =>
  db
    .selectFrom('imperative')
    .select(columns)
    .orderBy(sql`ended_at is not null`)
    .orderBy('fromDay', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()

/** Those that somebody carries and that were not ended. */
export const carriedBy = (db: Reader, personId: string): Promise<Imperative[]> =>
  db
    .selectFrom('imperative')
    .select(columns)
    .where('carrierId', '=', personId)
    .where('endedAt', 'is', null)
    .orderBy('fromDay', 'desc')
    .orderBy('id')
    .limit(50)
    .execute()

export const findImperative = (db: Reader, id: string): Promise<Imperative | undefined> =>
  db.selectFrom('imperative').select(columns).where('id', '=', id).executeTakeFirst()

export const imperativesByIds = (db: Reader, ids: string[]) =>
  db
    .selectFrom('imperative')
    .select([...columns])
    .where('id', '=', among(ids))
    .execute()

export interface ServiceRow {
  imperativeId: string
  communityId: string | null
  practiceId: string | null
  how: string
  byId: string | null
  at: Date
}

/** What serves these aims, whoever may see it. */
export const servicesOf = (db: Reader, imperatives: string[]): Promise<ServiceRow[]> =>
  db
    .selectFrom('imperativeService')
    .select(['imperativeId', 'communityId', 'practiceId', 'how', 'byId', 'at'])
    .where('imperativeId', '=', among(imperatives))
    .orderBy('at')
    .orderBy('id')
    .limit(5000)
    .execute()

export type Served = { communityId: string } | { practiceId: string }

/** What one community or practice says that it serves. */
export const servedBy = (db: Reader, served: Served) => {
  const [column, id] = Object.entries(served)[0]! as ['communityId' | 'practiceId', string]
  return db
    .selectFrom('imperativeService')
    .select(['imperativeId', 'how'])
    .where(column, '=', id)
    .orderBy('at')
    .limit(200)
    .execute()
}

/** Says how something serves an aim, or says it anew. */
export async function saveService(tx: Writer, imperativeId: string, served: Served, how: string, byId: string) {
  await sql`
    insert into imperative_service (imperative_id, community_id, practice_id, how, by_id)
    values (${imperativeId}, ${'communityId' in served ? served.communityId : null},
            ${'practiceId' in served ? served.practiceId : null}, ${how}, ${byId})
    on conflict (imperative_id, community_id, practice_id)
    do update set how = excluded.how, by_id = excluded.by_id, at = now()`.execute(tx)
}

/** Tells whether it was said. */
export async function removeService(tx: Writer, imperativeId: string, served: Served): Promise<boolean> {
  const [column, id] = Object.entries(served)[0]! as ['communityId' | 'practiceId', string]
  const { numDeletedRows } = await tx
    .deleteFrom('imperativeService')
    .where('imperativeId', '=', imperativeId)
    .where(column, '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

interface Words {
  title: string
  why: string
  fromDay: string
  toDay: string | null
  carrierId: string | null
}

export const saveImperative = (tx: Writer, row: Words & { madeBy: string }) =>
  tx.insertInto('imperative').values(row).returning('id').executeTakeFirstOrThrow()

export const rewriteImperative = (tx: Writer, id: string, words: Words) =>
  tx.updateTable('imperative').set(words).where('id', '=', id).execute()

/** Ends it unless somebody did; tells whether this did. */
export async function endImperative(tx: Writer, id: string, reason: string, byId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('imperative')
    .set({ endedAt: sql<Date>`now()`, endedReason: reason, endedBy: byId })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function takeUpAgain(tx: Writer, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('imperative')
    .set({ endedAt: null, endedReason: null, endedBy: null })
    .where('id', '=', id)
    .where('endedAt', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Living communities that serve no aim which holds, whoever may see them. */
export async function communitiesWithoutAim(db: Reader, day: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select community.id from community
    where closed_at is null and not exists (
      select from imperative_service service join imperative on imperative.id = service.imperative_id
      where service.community_id = community.id and imperative.ended_at is null
        and imperative.from_day <= ${day}::date and (imperative.to_day is null or imperative.to_day >= ${day}::date))
    order by plain(community.name), community.id limit 500`.execute(db)
  return rows.map(({ id }) => id)
}

export const isPerson = async (db: Reader, id: string): Promise<boolean> =>
  (
    await sql`select from person where id = ${id} and erased_at is null
    and (left_on is null or left_on > current_date) and origin = 'organization'`.execute(db)
  ).rows.length > 0
