import type { InquiryBrief } from '@mortar/contract/inquiry'
import { isGuest, personJson, type PersonRow } from '#organization/index.ts'
import { type RawBuilder, sql } from 'kysely'
import { limitOf, type Reader } from '#platform/database.ts'
import { statement } from '#platform/statement.ts'
import { inquiryColumns, type InquiryRow, placesOf, readableBy, withDates } from './inquiries.ts'

export interface ListQuery {
  community?: string | undefined
  topic?: string | undefined
  state?: 'open' | 'resolved' | undefined
  unanswered?: boolean | undefined
  mine?: boolean | undefined
  bookmarked?: boolean | undefined
  after: string[] | undefined
  limit: number
}

export interface ListRow extends InquiryRow {
  asker: PersonRow | null
}

interface SortedRow extends ListRow {
  /** What the list is sorted by, to the microsecond, as cursors need it. */
  atKey: string
}

/** So many of the newest are looked through for those that somebody may read. */
const window = 200

/** Inquiries a person may read. The newest activity comes first; unanswered ones come by how long they wait. */
export async function listInquiries(db: Reader, personId: string, query: ListQuery): Promise<SortedRow[]> {
  const { community, topic, mine, bookmarked } = query
  if (community || topic || mine || bookmarked) return rowsOf(db, personId, query, chosen(personId, query))

  const newest = await rowsOf(db, personId, query, amongNewest(personId, query))
  // Who may read little of the newest finds theirs community by community.
  return newest.length > query.limit ? newest : rowsOf(db, personId, query, fromEachCommunity(personId, query))
}

async function rowsOf(
  db: Reader,
  personId: string,
  query: ListQuery,
  found: RawBuilder<unknown>,
): Promise<SortedRow[]> {
  const { rows } = await sql<SortedRow>`
    select ${inquiryColumns}, ${placesOf(personId)}, inquiry.at_key::text, ${personJson(sql`inquiry.asked_by`)} as asker
    from (${found}) inquiry
    order by ${query.unanswered ? sql`inquiry.at_key, inquiry.id` : sql`inquiry.at_key desc, inquiry.id desc`}`.execute(
    db,
  )
  return rows.map(withDates)
}

const listed = statement<{ personId: string; ids: string[] }, ListRow>(
  ({ personId, ids }) => sql`
    select ${inquiryColumns}, ${placesOf(personId)}, ${personJson(sql`inquiry.asked_by`)} as asker
    from inquiry where inquiry.id = any(array(select unnest(${ids}::uuid[])))`,
)

/** Rows of a list for these, whoever may read them. */
export const listedByIds = async (db: Reader, personId: string, ids: string[]): Promise<ListRow[]> =>
  ids.length === 0 ? [] : (await listed(db, { personId, ids })).map(withDates)

/** An inquiry in a narrow list; its moment is text. */
export type InquiryBriefRow = Pick<InquiryBrief, 'id' | 'title' | 'state' | 'answers'> & { lastAt: string }

export const inquiryBriefJson = sql`json_build_object(
  'id', inquiry.id, 'title', inquiry.title, 'state', inquiry.state, 'answers', inquiry.answers, 'lastAt', inquiry.last_at)`

/** Those of one community, topic or person: few enough to be sorted, or found in order by the community's index. */
function chosen(personId: string, { community, topic, mine, bookmarked, ...query }: ListQuery) {
  const order = orderOf(query, community ? 'held' : 'inquiry')
  return sql`
    select inquiry.*, ${order.key} as at_key
    from inquiry
    ${community ? sql`join inquiry_community held on held.inquiry_id = inquiry.id and held.community_id = ${community}` : sql``}
    where ${mine ? sql`inquiry.asked_by = ${personId}` : standing}
      ${mine || community ? sql`` : sql`and ${readableBy(personId, sql`inquiry.id`)}`}
      ${topic ? sql`and inquiry.id = any(array(select inquiry_id from inquiry_topic where topic_id = ${topic}))` : sql``}
      ${bookmarked ? sql`and inquiry.id = any(array(${bookmarkedBy(personId)}))` : sql``}
      ${order.narrowed}
      ${query.unanswered ? sql`and ${lives}` : sql``}
    ${order.page}`
}

const amongNewest = (personId: string, query: ListQuery) => {
  const order = orderOf(query, 'inquiry')
  return sql`
    select * from (
      select inquiry.*, ${order.key} as at_key from inquiry
      where ${standing} ${order.narrowed}
      order by ${order.by} limit ${sql.lit(window)}) inquiry
    where ${readableBy(personId, sql`inquiry.id`)} ${query.unanswered ? sql`and ${lives}` : sql``}
    order by ${query.unanswered ? sql`at_key, id` : sql`at_key desc, id desc`} limit ${limitOf(query.limit + 1)}`
}

const fromEachCommunity = (personId: string, query: ListQuery) => {
  const order = orderOf(query, 'held')
  return sql`
    select inquiry.*, place.at_key
    from (
      select distinct found.inquiry_id, found.at_key
      from community
      left join membership on membership.community_id = community.id and membership.person_id = ${personId}
      cross join lateral (
        select held.inquiry_id, ${order.key} as at_key
        from inquiry_community held join inquiry on inquiry.id = held.inquiry_id
        where held.community_id = community.id and ${standing} ${order.narrowed}
        ${order.page}) found
      where (community.visibility = 'open' and not ${isGuest(personId)} or membership.person_id is not null)
        ${query.unanswered ? sql`and community.closed_at is null` : sql``}
      order by found.at_key ${query.unanswered ? sql`` : sql`desc`}, found.inquiry_id ${query.unanswered ? sql`` : sql`desc`}
      limit ${limitOf(query.limit + 1)}) place
    join inquiry on inquiry.id = place.inquiry_id`
}

/** What everybody sees in a list: neither withdrawn, hidden nor merged. */
const standing = sql`inquiry.state <> 'withdrawn' and inquiry.hidden_at is null and inquiry.merged_into is null`

/** In a community that is closed nobody can answer any more. */
const lives = sql`exists (
  select from inquiry_community place join community on community.id = place.community_id and community.closed_at is null
  where place.inquiry_id = inquiry.id)`

const bookmarkedBy = (personId: string) => sql`
  select subject_id from bookmark where person_id = ${personId} and subject_kind = 'inquiry'`

/** By what a list is sorted, and which rows it keeps; each way has an index on inquiries and one on their communities. */
function orderOf({ state, unanswered, after, limit }: ListQuery, table: 'inquiry' | 'held') {
  const id = table === 'held' ? sql`held.inquiry_id` : sql`inquiry.id`
  const waiting = table === 'held' ? sql`held.unanswered_since` : sql`inquiry.asked_at`
  const key = unanswered ? waiting : sql.ref(`${table}.last_at`)
  const by = unanswered ? sql`${key}, ${id}` : sql`${key} desc, ${id} desc`
  return {
    key,
    by,
    narrowed: sql`
      ${state ? sql`and inquiry.state = ${state}` : sql``}
      ${unanswered ? sql`and inquiry.state = 'open' and inquiry.answers = 0 and inquiry.hidden_at is null` : sql``}
      ${unanswered && table === 'held' ? sql`and held.unanswered_since is not null` : sql``}
      ${after ? sql`and (${key}, ${id}) ${unanswered ? sql`>` : sql`<`} (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}`,
    page: sql`order by ${by} limit ${limitOf(limit + 1)}`,
  }
}
