import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'

export interface SharedNeed {
  personId: string
  topicId: string
  /** From 1 (a little is missing) to 3 (much). */
  gap: number
}

/**
 * What may feed figures and plans: the largest open need of each person in each topic, of those that they shared with a
 * community. What nobody was told, and what one mentor alone was told, is not among them.
 */
export async function sharedNeeds(db: Reader): Promise<SharedNeed[]> {
  const { rows } = await sql<SharedNeed>`
    select need.person_id as "personId", need.topic_id as "topicId", max(need.gap)::int as gap
    from need
    where need.met_at is null
      and exists (select from need_share share where share.need_id = need.id and share.community_id is not null)
    group by need.person_id, need.topic_id order by need.person_id, need.topic_id`.execute(db)
  return rows
}

export const declaredInterests = (db: Reader): Promise<{ personId: string; topicId: string }[]> =>
  db.selectFrom('interest').select(['personId', 'topicId']).orderBy('personId').orderBy('topicId').execute()

export interface NeedRow {
  id: string
  topicId: string
  gap: number
  note: string
  notedAt: Date
  metAt: Date | null
}

const columns = ['id', 'topicId', 'gap', 'note', 'notedAt', 'metAt'] as const

/** Open ones first, the largest first. */
export const ownNeeds = (db: Reader, personId: string): Promise<NeedRow[]> =>
  db
    .selectFrom('need')
    .select(columns)
    .where('personId', '=', personId)
    .orderBy(sql`met_at is not null`)
    .orderBy('gap', 'desc')
    .orderBy('notedAt', 'desc')
    .orderBy('id')
    .limit(500)
    .execute()

export const findOwnNeed = (db: Reader, personId: string, id: string): Promise<NeedRow | undefined> =>
  db.selectFrom('need').select(columns).where('id', '=', id).where('personId', '=', personId).executeTakeFirst()

export const saveNeed = (tx: Writer, row: { personId: string; topicId: string; gap: number; note: string }) =>
  tx.insertInto('need').values(row).returning('id').executeTakeFirstOrThrow()

/** A need that is met stays so from its day on. */
export const rewriteNeed = (tx: Writer, id: string, { gap, note, met }: { gap: number; note: string; met: boolean }) =>
  tx
    .updateTable('need')
    .set({ gap, note, metAt: met ? sql<Date>`coalesce(met_at, now())` : null })
    .where('id', '=', id)
    .execute()

export const deleteNeed = (tx: Writer, id: string) => tx.deleteFrom('need').where('id', '=', id).execute()

export interface ShareRow {
  id: string
  needId: string
  mentorId: string | null
  communityId: string | null
  sharedAt: Date
}

export const sharesOf = (db: Reader, personId: string): Promise<ShareRow[]> =>
  db
    .selectFrom('needShare')
    .innerJoin('need', 'need.id', 'needShare.needId')
    .select(['needShare.id', 'needShare.needId', 'needShare.mentorId', 'needShare.communityId', 'needShare.sharedAt'])
    .where('need.personId', '=', personId)
    .orderBy('needShare.sharedAt')
    .orderBy('needShare.id')
    .execute()

/** Shares it unless it was shared in this way; returns the share when it is new. */
export const saveShare = (tx: Writer, row: { needId: string; mentorId: string | null; communityId: string | null }) =>
  tx
    .insertInto('needShare')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()

export async function removeShare(tx: Writer, needId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('needShare')
    .where('id', '=', id)
    .where('needId', '=', needId)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

export interface ToldRow {
  id: string
  personId: string
  topicId: string
  gap: number
  note: string
  communityId: string | null
  sharedAt: Date
}

/** Open needs that others shared with somebody, or with a community that this person is a member of now. */
export async function toldNeeds(db: Reader, personId: string): Promise<ToldRow[]> {
  const { rows } = await sql<ToldRow>`
    select need.id, need.person_id as "personId", need.topic_id as "topicId", need.gap, need.note,
           share.community_id as "communityId", share.shared_at as "sharedAt"
    from need_share share join need on need.id = share.need_id
    where need.met_at is null and need.person_id <> ${personId}
      and (share.mentor_id = ${personId} or share.community_id in (
        select community_id from membership where person_id = ${personId}))
    order by share.shared_at desc, share.id limit 200`.execute(db)
  return rows
}

export const ownInterests = async (db: Reader, personId: string): Promise<string[]> =>
  (
    await db
      .selectFrom('interest')
      .select('topicId')
      .where('personId', '=', personId)
      .orderBy('at')
      .orderBy('topicId')
      .execute()
  ).map(({ topicId }) => topicId)

export const saveInterest = (tx: Writer, personId: string, topicId: string) =>
  tx
    .insertInto('interest')
    .values({ personId, topicId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export const removeInterest = (tx: Writer, personId: string, topicId: string) =>
  tx.deleteFrom('interest').where('personId', '=', personId).where('topicId', '=', topicId).execute()
