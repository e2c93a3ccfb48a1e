import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'

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
