import { type RawBuilder, sql } from 'kysely'
import { type Database, inTransaction } from '#platform/database.ts'
import { thankedIn, threadJson, threadOf } from './contributions.ts'

/** So many are read at once; longer threads are asked for page by page. */
export const threadPage = 100

/** What a page shows alike to everybody who reads it, as one JSON, and the ids of everybody named in it. */
export const shownOf = (id: RawBuilder<unknown>) => sql`
  with thread as materialized (${threadOf(id, undefined, threadPage)}),
  thanked as materialized (${thankedIn}),
  beside as materialized (
    select ${threadJson},
      coalesce((
        select json_agg(json_build_object('id', topic.id, 'name', topic.name) order by topic.name)
        from inquiry_topic join topic on topic.id = inquiry_topic.topic_id
        where inquiry_topic.inquiry_id = ${id} and topic.gone is null), '[]') as topics,
      coalesce((
        select json_agg(json_build_object('by', by_id, 'at', at, 'html', resolution.html, 'practice', practice_id,
          'ended', case when ended_at is not null then
            json_build_object('by', ended_by, 'at', ended_at, 'reason', ended_reason) end)
          order by ended_at is not null, at desc)
        from resolution where inquiry_id = ${id}), '[]') as resolutions,
      (select count(*) from me_too where inquiry_id = ${id}) as "meToo",
      coalesce((
        select json_agg(json_build_object('person', person_id, 'declined', declined_at is not null) order by at, person_id)
        from asked_person where inquiry_id = ${id}), '[]') as asked,
      array(select other.id from inquiry other where other.merged_into = ${id} order by other.asked_at) as duplicates,
      coalesce((
        select json_agg(json_build_object('by', by_id, 'at', at, 'reason', reason) order by at)
        from move where inquiry_id = ${id}), '[]') as moves,
      coalesce((
        select json_agg(json_build_object('by', by_id, 'at', at, 'ground', ground) order by at)
        from redaction where inquiry_id = ${id}), '[]') as redactions
  )
  select row_to_json(beside) as shown, array(
    select distinct person from (
      select unnest(array["byId", "helpedBy"]) from thread
      union all select "by" from thanked
      union all select unnest(array[by_id, ended_by]) from resolution where inquiry_id = ${id}
      union all select person_id from asked_person where inquiry_id = ${id}
      union all select by_id from move where inquiry_id = ${id}
      union all select by_id from redaction where inquiry_id = ${id}) named(person)
    where person is not null order by person) as person_ids
  from beside`

const atOnce = 100

/** Makes pages anew that something emptied; tells whether none is left. */
export const keepPages = (db: Database): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    // Held before they are read: whoever changes one of them from now on waits, and empties it again.
    const { rows } = await sql<{ id: string }>`
      select inquiry_id as id from inquiry_page where shown is null
      limit ${sql.lit(atOnce)} for update skip locked`.execute(tx)
    if (rows.length === 0) return true
    const ids = rows.map(({ id }) => id)
    await sql`
      update inquiry_page set shown = made.shown, person_ids = made.person_ids
      from unnest(${ids}::uuid[]) page(id) cross join lateral (${shownOf(sql`page.id`)}) made
      where inquiry_page.inquiry_id = page.id`.execute(tx)
    return rows.length < atOnce
  })

/** Pages of inquiries that came without, as from a backup: they are to be made. */
export const beginPages = (db: Database) =>
  sql`
    insert into inquiry_page (inquiry_id) select id from inquiry
    where not exists (select from inquiry_page where inquiry_id = inquiry.id) on conflict do nothing`.execute(db)
