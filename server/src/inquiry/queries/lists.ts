import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'
import { inquiryColumns, type InquiryRow, placesOf, withDates } from './inquiries.ts'

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
  /** What the list is sorted by, to the microsecond, as cursors need it. */
  atKey: string
}

/** Inquiries a person may read. The newest activity comes first; unanswered ones come by how long they wait. */
export async function listInquiries(
  db: Reader,
  personId: string,
  readable: string[],
  query: ListQuery,
): Promise<ListRow[]> {
  const { rows } = await sql<ListRow>`
    select ${inquiryColumns}, ${placesOf(personId)}, inquiry.at_key
    from (${foundBy(personId, readable, query)}) inquiry
    order by ${orderOf(query, sql.ref('inquiry'))}`.execute(db)
  return rows.map(withDates)
}

const orderOf = ({ unanswered }: ListQuery, table: ReturnType<typeof sql.ref>) =>
  unanswered ? sql`${table}.asked_at, ${table}.id` : sql`${table}.last_at desc, ${table}.id desc`

/** The rows of one page, found through the index that fits the question. */
function foundBy(personId: string, readable: string[], query: ListQuery) {
  const { community, topic, state, unanswered, mine, bookmarked, after, limit } = query
  const key = unanswered ? sql`inquiry.asked_at` : community ? sql`held.last_at` : sql`inquiry.last_at`
  const id = community && !unanswered ? sql`held.inquiry_id` : sql`inquiry.id`
  const beyond = unanswered ? sql`>` : sql`<`
  return sql`
    select inquiry.*, ${key}::text as at_key
    from inquiry
    ${community ? sql`join inquiry_community held on held.inquiry_id = inquiry.id and held.community_id = ${community}` : sql``}
    where ${mine ? sql`inquiry.asked_by = ${personId}` : notMine(readable, Boolean(community))}
      ${state ? sql`and inquiry.state = ${state}` : sql``}
      ${unanswered ? sql`and inquiry.state = 'open' and inquiry.answers = 0 and inquiry.hidden_at is null` : sql``}
      ${topic ? sql`and exists (select from inquiry_topic where inquiry_id = inquiry.id and topic_id = ${topic})` : sql``}
      ${bookmarked ? bookmarkedBy(personId) : sql``}
      ${after ? sql`and (${key}, ${id}) ${beyond} (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    order by ${unanswered ? sql`${key}, ${id}` : sql`${key} desc, ${id} desc`}
    limit ${limit + 1}`
}

const bookmarkedBy = (personId: string) => sql`
  and inquiry.id in (select subject_id from bookmark where person_id = ${personId} and subject_kind = 'inquiry')`

/** What everybody sees in a list: neither withdrawn, hidden nor merged, and readable in one of its communities. */
const notMine = (readable: string[], inOneCommunity: boolean) => sql`
  inquiry.state <> 'withdrawn' and inquiry.hidden_at is null and inquiry.merged_into is null
  ${
    inOneCommunity
      ? sql``
      : sql`and exists (
          select from inquiry_community place
          where place.inquiry_id = inquiry.id and place.community_id = any(${readable}))`
  }`
