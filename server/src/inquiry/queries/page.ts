import type { Level } from '@mortar/contract/attention'
import type { Ground } from '@mortar/contract/inquiry'
import { peopleJson, type PersonRow } from '#organization/index.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '#platform/database.ts'
import { type Read, setsOutAlone } from '#platform/endpoint.ts'
import { statement } from '#platform/statement.ts'
import { type ContributionRow, contributionRows, type ThreadJson } from './contributions.ts'
import { inquiryJson, type InquiryRow, placesAndRight, plain, readableBy, withDates } from './inquiries.ts'
import { shownOf } from './shown.ts'

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

/** What is shown alike to everybody, as it is kept; `meToo` counts. */
type Shown = ThreadJson &
  Pick<PageRow, 'topics' | 'resolutions' | 'asked' | 'duplicates' | 'moves' | 'redactions'> & { meToo: number }

export interface PageJson extends Omit<PageRow, 'thread' | 'meToo' | keyof Shown> {
  shown: Shown
  meToo: boolean
}

/** A page as it is kept: nothing of what is shown alike while that waits to be made anew. */
export type KeptJson = PageJson | (Omit<PageJson, 'shown'> & { shown: null })

/**
 * The whole page in one statement: what is shown alike to everybody comes from `page`, what is the reader's own and what
 * changes elsewhere, such as names, is read where it stands. Of an inquiry that somebody may not read, nothing is looked up.
 */
const pageWith =
  <Row>(page: RawBuilder<unknown>): Read<{ id: string }, Row> =>
  (me, { id }) =>
    sql`
    select ${inquiryJson}, inquiry.html, inquiry.edited_at as "editedAt", inquiry.origin, place.places, page.shown,
      ${peopleJson(sql`page.person_ids || inquiry.asked_by`)} as people,
      exists (select from me_too where inquiry_id = inquiry.id and person_id = ${me}) as "meToo",
      exists (
        select from bookmark
        where person_id = ${me} and subject_kind = 'inquiry' and subject_id = inquiry.id) as bookmarked,
      (select level from following
       where person_id = ${me} and subject_kind = 'inquiry' and subject_id = inquiry.id) as following
    from inquiry ${page} cross join lateral ${placesAndRight(me)} place
    where inquiry.id = ${id}::uuid and place.readable`

/** With what is kept. */
export const pageRead = pageWith<KeptJson>(sql`left join inquiry_page page on page.inquiry_id = inquiry.id`)

const gathered = pageWith<PageJson>(sql`cross join lateral (${shownOf(sql`inquiry.id`)}) page`)

/** With all of it gathered from where it stands. */
const pageGathered = statement<{ me: string; id: string }, { page: PageJson }>(
  (places) => sql`select row_to_json(page) as page from (${gathered(places.me, places)}) page`,
)

export const findPage = async (db: Reader, me: string, id: string): Promise<PageJson | undefined> =>
  (await pageGathered(db, { me, id }))[0]?.page

/** What stands beside the words of an inquiry, for whoever may read it: a constant, as every read. */
export const besideInquiry = <Beside>(
  beside: (me: RawBuilder<string>, id: RawBuilder<string>) => RawBuilder<unknown>,
): Read<{ id: string }, { beside: Beside | null }> =>
  setsOutAlone(
    (me, { id }) => sql`
    select case when ${plain} then ${beside(me, sql`inquiry.id`)} end as beside
    from inquiry where inquiry.id = ${id}::uuid and ${readableBy(me, sql`inquiry.id`)}`,
  )

const moment = (text: Date | null) => text && new Date(text)

/** What came as JSON, with its moments. */
export const inquiryRow = <Row extends InquiryRow>(row: Row): Row => ({
  ...withDates(row),
  askedAt: new Date(row.askedAt),
  lastAt: new Date(row.lastAt),
  withdrawnAt: moment(row.withdrawnAt),
  hiddenAt: moment(row.hiddenAt),
})

export const pageRow = ({ shown, ...page }: PageJson): PageRow => ({
  ...inquiryRow(page),
  ...shown,
  editedAt: moment(page.editedAt),
  meToo: { count: shown.meToo, mine: page.meToo },
  thread: contributionRows(shown),
})
