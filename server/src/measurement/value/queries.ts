import type { Assumptions } from '@mortar/contract/measurement-value'
import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import type { Story } from './story.ts'

const columns = sql`id, community_id, title, immediate, potential, applied, realized, transformative, evidence,
  practice_id, unit_id, application_id, imperative_id, indicators, by_id, at, changed_at, withdrawn_at,
  hidden_at`

export async function findStory(db: Reader, id: string, hold = false): Promise<Story | undefined> {
  const { rows } = await sql<Story>`
    select ${columns} from value_story where id = ${id} ${hold ? sql`for update` : sql``}`.execute(db)
  return rows[0]
}

/** Those that stand, the latest first. */
export async function storiesOf(
  db: Reader,
  of: { community: string } | { practice: string } | { communities: readonly string[] },
  limit = 200,
  period?: { from: string; to: string },
): Promise<Story[]> {
  const where =
    'community' in of
      ? sql`community_id = ${of.community}`
      : 'practice' in of
        ? sql`practice_id = ${of.practice}`
        : sql`community_id = any(${of.communities}::uuid[])`
  const during = period ? sql`and at >= ${period.from}::date and at < ${period.to}::date + 1` : sql``
  const { rows } = await sql<Story>`
    select ${columns} from value_story where ${where} and withdrawn_at is null and hidden_at is null ${during}
    order by at desc, id desc limit ${limit}`.execute(db)
  return rows
}

export async function storiesByIds(db: Reader, ids: readonly string[]): Promise<Story[]> {
  const { rows } = await sql<Story>`select ${columns} from value_story where id = any(${ids}::uuid[])`.execute(db)
  return rows
}

export type Told = Omit<Story, 'id' | 'communityId' | 'byId' | 'at' | 'changedAt' | 'withdrawnAt' | 'hiddenAt'>

export const saveStory = (tx: Writer, row: Told & { communityId: string; byId: string }): Promise<{ id: string }> =>
  tx.insertInto('valueStory').values(row).returning('id').executeTakeFirstOrThrow()

export const rewriteStory = (tx: Writer, id: string, row: Told) =>
  tx
    .updateTable('valueStory')
    .set({ ...row, changedAt: sql<Date>`date_trunc('milliseconds', now())` })
    .where('id', '=', id)
    .execute()

/** Takes back or tells again; tells whether that changed anything. */
export async function withdraw(
  tx: Writer,
  table: 'valueStory' | 'valuation',
  id: string,
  back: boolean,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable(table)
    .set({ withdrawnAt: back ? sql<Date>`now()` : null })
    .where('id', '=', id)
    .where('withdrawnAt', back ? 'is' : 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Stories of a community on which a report waits. */
export async function reportedIn(db: Reader, community: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct story.id from value_story story join report on report.subject_id = story.id
    where story.community_id = ${community} and report.decision is null and story.withdrawn_at is null
    order by story.id limit 200`.execute(db)
  return rows.map(({ id }) => id)
}

export interface ValuationRow {
  id: string
  practiceId: string
  fromDay: string
  toDay: string
  assumptions: Assumptions
  note: string
  byId: string | null
  at: Date
}

export async function valuationsOf(db: Reader, practices: readonly string[]): Promise<ValuationRow[]> {
  const { rows } = await sql<ValuationRow>`
    select id, practice_id, from_day, to_day, assumptions, note, by_id, at from valuation
    where practice_id = any(${practices}::uuid[]) and withdrawn_at is null order by at desc, id limit 50`.execute(db)
  return rows
}

export const findValuation = (db: Reader, id: string) =>
  db.selectFrom('valuation').select(['id', 'practiceId', 'byId']).where('id', '=', id).executeTakeFirst()

export async function saveValuation(
  tx: Writer,
  row: { practiceId: string; fromDay: string; toDay: string; assumptions: Assumptions; note: string; byId: string },
): Promise<{ id: string }> {
  const { rows } = await sql<{ id: string }>`
    insert into valuation (practice_id, from_day, to_day, assumptions, note, by_id)
    values (${row.practiceId}, ${row.fromDay}, ${row.toDay}, ${JSON.stringify(row.assumptions)}::jsonb, ${row.note}, ${row.byId})
    returning id`.execute(tx)
  return rows[0]!
}

/** In how many units a practice is in use, and how often it was told or run. */
export async function usesOf(db: Reader, practice: string): Promise<{ units: number; uses: number }> {
  const { rows } = await sql<{ units: number; uses: number }>`
    select (select count(*)::int from adoption where practice_id = ${practice} and latest and state in ('trying', 'adopted')) as units,
           (select count(*)::int from application where practice_id = ${practice} and withdrawn_at is null) as uses`.execute(
    db,
  )
  return rows[0]!
}

export interface ApplicationRow {
  id: string
  practiceId: string
  personId: string | null
  unitId: string | null
  outcome: string
  changed: string
}

export const findApplication = (db: Reader, id: string): Promise<ApplicationRow | undefined> =>
  db
    .selectFrom('application')
    .select(['id', 'practiceId', 'personId', 'unitId', 'outcome', 'changed'])
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()

export async function adoptionReason(db: Reader, practice: string, unit: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('adoption')
    .select('reason')
    .where('practiceId', '=', practice)
    .where('unitId', '=', unit)
    .where('latest', '=', true)
    .executeTakeFirst()
  return row?.reason
}

export const imperativesNow = (db: Reader): Promise<{ id: string; title: string }[]> =>
  db
    .selectFrom('imperative')
    .select(['id', 'title'])
    .where('endedAt', 'is', null)
    .where('hiddenAt', 'is', null)
    .orderBy('fromDay', 'desc')
    .orderBy('id')
    .limit(50)
    .execute()
