import { lastThere } from '#community/index.ts'
import { personNameJson } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import { sql } from 'kysely'
import type { NewsRow } from './home.ts'
import { titleOf } from './title.ts'

/** More than anybody reads at once. */
const lines = sql.lit(30)

/** Since when a member has not been in a community: a week back at most. */
export async function awaySince(db: Reader, personId: string, communityId: string): Promise<Date> {
  const { rows } = await sql<{ since: Date }>`
    select greatest(now() - interval '7 days', (
      select coalesce(${lastThere('membership')}, joined_at) from membership
      where community_id = ${communityId} and person_id = ${personId})) as since`.execute(db)
  return rows[0]!.since
}

/** The latest of each page of a community, by others, since then. */
export async function newsSince(db: Reader, personId: string, communityId: string, since: Date): Promise<NewsRow[]> {
  const me = sql<string>`${personId}::uuid`
  const { rows } = await sql<NewsRow>`
    select community_id, at::text, verb, subject_kind, subject_id, ${titleOf(me, 'moved')}, ${personNameJson(sql`actor_id`)} as actor
    from (
      select community_id, subject_kind, subject_id,
             case when own then other_at else at end as at,
             case when own then other_verb else verb end as verb,
             case when own then other_actor_id else actor_id end as actor_id
      from (select *, news.actor_id is not distinct from ${me} as own from news where community_id = ${communityId}) news) moved
    where at > ${since}
    order by moved.at desc limit ${lines}`.execute(db)
  return rows
}
