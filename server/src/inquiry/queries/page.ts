import type { Ground } from '@mortar/contract/inquiry'
import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'
import { inquiryColumns, type InquiryRow, placesOf, readableBy, withDates } from './inquiries.ts'

interface Said {
  by: string | null
  at: string
}

/** All that an inquiry's page shows beside its contributions. Moments in the lists are text. */
export interface PageRow extends InquiryRow {
  html: string
  editedAt: Date | null
  topics: { id: string; name: string }[]
  resolutions: (Said & {
    html: string
    practice: string | null
    ended: (Said & { reason: string }) | null
  })[]
  meToo: number
  mineToo: boolean
  bookmarked: boolean
  asked: { person: string; declined: boolean }[]
  pointsTo: { id: string; title: string | null } | null
  duplicates: { id: string; title: string | null }[]
  moves: (Said & { reason: string })[]
  redactions: (Said & { ground: Ground })[]
}

/** One statement for the whole page, each part by an index. */
export async function findPage(db: Reader, me: string, id: string): Promise<PageRow | undefined> {
  const { rows } = await sql<PageRow>`
    select ${inquiryColumns}, inquiry.html, inquiry.edited_at, ${placesOf(me)},
      coalesce((
        select json_agg(json_build_object('id', topic.id, 'name', topic.name) order by topic.name)
        from inquiry_topic join topic on topic.id = inquiry_topic.topic_id
        where inquiry_topic.inquiry_id = inquiry.id), '[]') as topics,
      coalesce((
        select json_agg(json_build_object('by', by_id, 'at', at, 'html', resolution.html, 'practice', practice_id,
          'ended', case when ended_at is not null then
            json_build_object('by', ended_by, 'at', ended_at, 'reason', ended_reason) end)
          order by ended_at is not null, at desc)
        from resolution where inquiry_id = inquiry.id), '[]') as resolutions,
      (select count(*) from me_too where inquiry_id = inquiry.id) as me_too,
      exists (select from me_too where inquiry_id = inquiry.id and person_id = ${me}) as mine_too,
      exists (
        select from bookmark
        where person_id = ${me} and subject_kind = 'inquiry' and subject_id = inquiry.id) as bookmarked,
      coalesce((
        select json_agg(json_build_object('person', person_id, 'declined', declined_at is not null) order by at, person_id)
        from asked_person where inquiry_id = inquiry.id), '[]') as asked,
      (select ${linkJson(me, 'other')} from inquiry other where other.id = inquiry.merged_into) as points_to,
      coalesce((
        select json_agg(${linkJson(me, 'other')} order by other.asked_at)
        from inquiry other where other.merged_into = inquiry.id and ${readableBy(me, sql`other.id`)}), '[]') as duplicates,
      coalesce((
        select json_agg(json_build_object('by', by_id, 'at', at, 'reason', reason) order by at)
        from move where inquiry_id = inquiry.id), '[]') as moves,
      coalesce((
        select json_agg(json_build_object('by', by_id, 'at', at, 'ground', ground) order by at)
        from redaction where inquiry_id = inquiry.id), '[]') as redactions
    from inquiry where inquiry.id = ${id}`.execute(db)
  return rows[0] && withDates(rows[0])
}

/** A link to another inquiry; its title only for who may read it, and while it stands. */
const linkJson = (me: string, alias: 'other') => sql`json_build_object('id', ${sql.ref(alias)}.id, 'title', case
  when ${sql.ref(alias)}.withdrawn_at is null and ${sql.ref(alias)}.hidden_at is null
    and ${readableBy(me, sql`${sql.ref(alias)}.id`)} then ${sql.ref(alias)}.title end)`
