import type { ContributionKind, Outcome } from '@mortar/contract/inquiry'
import { type Activity, type Recorded, recorded, recording } from '#activity/index.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Database, Reader, Writer } from '#platform/database.ts'
import { statement } from '#platform/statement.ts'
import type { Contribution } from '../contribution.ts'
import { attaching } from './attachments.ts'

const columns = [
  'id',
  'inquiryId',
  'parentId',
  'kind',
  'outcome',
  'byId',
  'at',
  'editedAt',
  'version',
  'helpedBy',
  'helpedAt',
  'withdrawnAt',
  'hiddenAt',
] as const

export interface ThanksRow {
  by: string
  reason: string
  at: string
}

export interface ContributionRow extends Contribution {
  html: string
  /** The address of the original, where it was brought in. */
  origin: string | null
  thanks: ThanksRow[]
  /** `at` to the microsecond, as cursors need it. */
  atKey: string
}

export const findContribution = (db: Reader, id: string): Promise<Contribution | undefined> =>
  db.selectFrom('contribution').select(columns).where('id', '=', id).executeTakeFirst()

/** Contributions of one inquiry in time order, those that helped before all others. */
export const threadOf = (inquiryId: RawBuilder<unknown>, after: string[] | undefined, limit: number) => sql`
    select id, inquiry_id as "inquiryId", parent_id as "parentId", kind, outcome, html, origin, by_id as "byId", at,
           edited_at as "editedAt", version, helped_by as "helpedBy", helped_at as "helpedAt",
           withdrawn_at as "withdrawnAt", hidden_at as "hiddenAt", at::text as "atKey"
    from contribution
    where inquiry_id = ${inquiryId}
      ${after ? sql`and (helped_at is null, at, id) > (${after[0] === 'true'}, ${after[1]}::timestamptz, ${after[2]}::uuid)` : sql``}
    order by helped_at is null, at, id
    limit ${sql.lit(limit + 1)}`

/** Who gave thanks for the contributions of a `thread`. */
export const thankedIn = sql`
    select thanks.contribution_id as "for", thanks.person_id as "by", thanks.reason, thanks.at
    from thread join thanks on thanks.contribution_id = thread.id`

/** A thread as it comes inside JSON: moments are text, thanks stand beside. */
export interface ThreadJson {
  thread: (Omit<ContributionRow, Moments | 'thanks'> & Record<Moments, string | null> & { at: string })[]
  thanks: (ThanksRow & { for: string })[]
}
type Moments = 'at' | 'editedAt' | 'helpedAt' | 'withdrawnAt' | 'hiddenAt'

/** `thread` and `thanked` of a statement, as two columns of it. */
export const threadJson = sql`
  (select coalesce(json_agg(thread), '[]') from thread) as thread,
  (select coalesce(json_agg(thanked order by thanked.at), '[]') from thanked) as thanks`

const moment = (text: string | null) => (text === null ? null : new Date(text))

export function contributionRows({ thread, thanks }: ThreadJson): ContributionRow[] {
  const given = Map.groupBy(thanks, (one) => one.for)
  return thread.map((row) => ({
    ...row,
    at: new Date(row.at),
    editedAt: moment(row.editedAt),
    helpedAt: moment(row.helpedAt),
    withdrawnAt: moment(row.withdrawnAt),
    hiddenAt: moment(row.hiddenAt),
    thanks: given.get(row.id) ?? [],
  }))
}

export async function contributionsIn(
  db: Reader,
  inquiryId: string,
  after: string[] | undefined,
  limit: number,
): Promise<ContributionRow[]> {
  const { rows } = await sql<ThreadJson>`
    with thread as materialized (${threadOf(sql`${inquiryId}`, after, limit)}), thanked as materialized (${thankedIn})
    select ${threadJson}`.execute(db)
  return contributionRows(rows[0]!)
}

export interface NewContribution {
  id: string
  inquiryId: string
  byId: string
  kind: ContributionKind
  outcome: Outcome | null
  parentId: string | null
  body: string
  html: string
  /** Files that it shows. */
  files: string[]
}

const added = statement<NewContribution & Recorded & { counted: number }, { id: string }>((values) => {
  const { id, inquiryId, byId, kind, outcome, parentId, body, html, counted } = values
  const attachment = { byId, inquiryId, kind: sql.lit('contribution' as const), id, files: values.files }
  return sql`
    with touched as (
      update inquiry set answers = answers + ${counted}::integer, last_at = greatest(last_at, now())
      where inquiry.id = ${inquiryId} and withdrawn_at is null and hidden_at is null and merged_into is null
        and (${parentId}::uuid is null or exists (
          select from contribution parent
          where parent.id = ${parentId}::uuid and parent.inquiry_id = ${inquiryId} and parent.kind <> 'reply'
            and parent.withdrawn_at is null and parent.hidden_at is null))
      returning inquiry.id, last_at
    ), said as (
      insert into contribution (id, inquiry_id, parent_id, kind, outcome, body, html, by_id)
      select ${id}::uuid, touched.id, ${parentId}::uuid, ${kind}, ${outcome}, ${body}, ${html}, ${byId}::uuid from touched
    ), moved as (
      update inquiry_community set last_at = touched.last_at from touched where inquiry_id = touched.id
    ), attached as (${attaching(attachment, sql`exists (select from touched)`)}
    ), recorded as (${recording(values, sql`touched`)})
    select id from touched`
})

/**
 * Adds a contribution, counts it, moves its inquiry up and records that, all by one statement, where the inquiry still
 * stands; a reply only to something of the same inquiry that is no reply itself and still stands. Tells whether it did.
 */
export async function addContribution(
  db: Database | Writer,
  contribution: NewContribution,
  activity: Activity,
): Promise<boolean> {
  const counted = contribution.kind === 'answer' || contribution.kind === 'experience' ? 1 : 0
  return (await added(db, { ...contribution, ...recorded(activity), counted })).length === 1
}

/** Marks that a contribution helped; the first mark stands. */
export async function saveHelped(tx: Writer, inquiryId: string, ids: string[], byId: string): Promise<string[]> {
  const rows = await tx
    .updateTable('contribution')
    .set({ helpedBy: byId, helpedAt: sql`now()` })
    .where('id', 'in', ids)
    .where('inquiryId', '=', inquiryId)
    .where('helpedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .where('hiddenAt', 'is', null)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

export async function dropHelped(tx: Writer, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('contribution')
    .set({ helpedBy: null, helpedAt: null })
    .where('id', '=', id)
    .where('helpedAt', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Withdraws or hides, or takes that back; tells whether something changed. */
export async function setContributionApart(
  tx: Writer,
  id: string,
  change: { withdrawn?: boolean } | { hiddenBy: string | null },
): Promise<boolean> {
  const withdrawal = 'hiddenBy' in change ? undefined : (change.withdrawn ?? false)
  const column = withdrawal === undefined ? 'hiddenAt' : 'withdrawnAt'
  const apart = withdrawal ?? ('hiddenBy' in change && change.hiddenBy !== null)
  const { numUpdatedRows } = await tx
    .updateTable('contribution')
    .set({ [column]: apart ? sql`now()` : null, ...('hiddenBy' in change && { hiddenBy: change.hiddenBy }) })
    .where('id', '=', id)
    .where(column, apart ? 'is' : 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const countHelped = async (db: Reader, inquiryId: string): Promise<number> => {
  const { count } = await db
    .selectFrom('contribution')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('inquiryId', '=', inquiryId)
    .where('helpedAt', 'is not', null)
    .executeTakeFirstOrThrow()
  return count
}
