import type { Level } from '@mortar/contract/attention'
import type { Ground } from '@mortar/contract/inquiry'
import { peopleJson, type PersonRow } from '#organization/index.ts'
import { sql } from 'kysely'
import type { Read } from '#platform/endpoint.ts'
import {
  type ContributionRow,
  contributionRows,
  thankedIn,
  threadJson,
  type ThreadJson,
  threadOf,
} from './contributions.ts'
import { inquiryJson, type InquiryRow, placesOf, readableBy, withDates } from './inquiries.ts'

/** So many are read at once; longer threads are asked for page by page. */
export const threadPage = 100

interface Said {
  by: string | null
  at: string
}

/** All that an inquiry's page shows, with the people on it. Moments in the lists are text. */
export interface PageRow extends InquiryRow {
  html: string
  editedAt: Date | null
  origin: string | null
  topics: { id: string; name: string }[]
  resolutions: (Said & {
    html: string
    practice: string | null
    ended: (Said & { reason: string }) | null
  })[]
  meToo: { count: number; mine: boolean }
  bookmarked: boolean
  following: Level | null
  asked: { person: string; declined: boolean }[]
  duplicates: string[]
  moves: (Said & { reason: string })[]
  redactions: (Said & { ground: Ground })[]
  /** One more than a page of them, when there are more. */
  thread: ContributionRow[]
  people: PersonRow[]
}

export type PageJson = Omit<PageRow, 'thread'> & ThreadJson

/**
 * The whole page in one statement, each part by an index: most of what a read costs is paid for each statement. Of an
 * inquiry that somebody may not read, nothing but that is looked up.
 */
export const pageRead: Read<{ id: string }, PageJson> = (me, { id }) => sql`
    select ${inquiryJson}, inquiry.html, inquiry.edited_at as "editedAt", inquiry.origin, ${placesOf(me)}, beside.*
    from inquiry cross join lateral (
      with thread as materialized (${threadOf(sql`inquiry.id`, undefined, threadPage)}),
      thanked as materialized (${thankedIn})
      select ${threadJson}, ${peopleJson(sql`array(${peopleOn})`)} as people,
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
      (select json_build_object('count', count(*), 'mine', coalesce(bool_or(person_id = ${me}), false))
       from me_too where inquiry_id = inquiry.id) as "meToo",
      exists (
        select from bookmark
        where person_id = ${me} and subject_kind = 'inquiry' and subject_id = inquiry.id) as bookmarked,
      (select level from following
       where person_id = ${me} and subject_kind = 'inquiry' and subject_id = inquiry.id) as following,
      coalesce((
        select json_agg(json_build_object('person', person_id, 'declined', declined_at is not null) order by at, person_id)
        from asked_person where inquiry_id = inquiry.id), '[]') as asked,
      array(select other.id from inquiry other where other.merged_into = inquiry.id order by other.asked_at) as duplicates,
      coalesce((
        select json_agg(json_build_object('by', by_id, 'at', at, 'reason', reason) order by at)
        from move where inquiry_id = inquiry.id), '[]') as moves,
      coalesce((
        select json_agg(json_build_object('by', by_id, 'at', at, 'ground', ground) order by at)
        from redaction where inquiry_id = inquiry.id), '[]') as redactions) beside
    where inquiry.id = ${id} and ${readableBy(me, sql`inquiry.id`)}`

/** Everybody who is named on the page of `inquiry`, with the contributions of its `thread`. */
const peopleOn = sql`
  select inquiry.asked_by
  union all select unnest(array["byId", "helpedBy"]) from thread
  union all select "by" from thanked
  union all select unnest(array[by_id, ended_by]) from resolution where inquiry_id = inquiry.id
  union all select person_id from asked_person where inquiry_id = inquiry.id
  union all select by_id from move where inquiry_id = inquiry.id
  union all select by_id from redaction where inquiry_id = inquiry.id`

/** One inquiry with its communities, for whoever asks. */
export const inquiryRead: Read<{ id: string }, InquiryRow> = (me, { id }) => sql`
    select ${inquiryJson}, ${placesOf(me)} from inquiry where inquiry.id = ${id}`

const moment = (text: Date | null) => text && new Date(text)

/** What came as JSON, with its moments. */
export const inquiryRow = <Row extends InquiryRow>(row: Row): Row => ({
  ...withDates(row),
  askedAt: new Date(row.askedAt),
  lastAt: new Date(row.lastAt),
  withdrawnAt: moment(row.withdrawnAt),
  hiddenAt: moment(row.hiddenAt),
})

export const pageRow = ({ thread, thanks, ...page }: PageJson): PageRow => ({
  ...inquiryRow(page),
  editedAt: moment(page.editedAt),
  thread: contributionRows({ thread, thanks }),
})
