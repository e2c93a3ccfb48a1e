import { sql } from 'kysely'
import type { Database, Reader, Writer } from '#platform/database.ts'

export interface News {
  communityId: string
  day: string
  anew: boolean
}

/** Notes what is new; what is noted already stays noted since when it was. A community that is no more is not noted. */
export async function noteNews(tx: Writer, news: readonly News[]): Promise<void> {
  if (news.length === 0) return
  await sql`
    insert into indicator_news (community_id, day, anew)
    select added.community_id, added.day, bool_or(added.anew)
    from jsonb_to_recordset(${JSON.stringify(news.map(({ communityId, day, anew }) => ({ community_id: communityId, day, anew })))}::jsonb)
      as added (community_id uuid, day date, anew boolean)
    join community on community.id = added.community_id
    group by 1, 2 order by 1, 2
    on conflict (community_id, day) do update
      set last_at = excluded.last_at, anew = indicator_news.anew or excluded.anew`.execute(tx)
}

/** Communities in which something happened some seconds ago that is not reckoned yet; `anew` where nothing is. */
export async function dueCommunities(db: Reader, calm: number): Promise<{ id: string; anew: boolean }[]> {
  const { rows } = await sql<{ id: string; anew: boolean }>`
    select news.community_id as id, bool_or(news.anew) or not reckoned.already as anew
    from indicator_news news
    cross join lateral (
      select exists (select from indicator_edition where community_id = news.community_id) as already) reckoned
    group by news.community_id, reckoned.already
    having min(news.noted_at) <= clock_timestamp() - make_interval(secs => ${calm})
    order by 2, 1`.execute(db)
  return rows
}

/** What was noted before a moment is reckoned. */
export const forgetNews = (tx: Writer, communities: readonly string[], before: Date) =>
  sql`delete from indicator_news where community_id = any(${communities}::uuid[]) and last_at < ${before}`.execute(tx)

/** Notes all communities, so that all that is kept is reckoned again, and at once. */
export const noteAll = (tx: Writer) =>
  sql`
  insert into indicator_news (community_id, day, anew, noted_at)
  select id, current_date, true, '-infinity' from community
  on conflict (community_id, day) do update
    set anew = true, noted_at = excluded.noted_at, last_at = excluded.last_at`.execute(tx)

export async function databaseNow(db: Database): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db)
  return rows[0]!.now
}
