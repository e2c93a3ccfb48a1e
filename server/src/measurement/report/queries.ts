import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import type { Period, Report } from './report.ts'

export interface Resource {
  id: string
  communityId: string
  kind: 'time' | 'money'
  amount: number
  purpose: string
  fromDay: string
  toDay: string
  byId: string | null
}

const resourceColumns = ['id', 'communityId', 'kind', 'amount', 'purpose', 'fromDay', 'toDay', 'byId'] as const

/** What was given to some communities, or by somebody, the latest first. */
export async function resourcesOf(
  db: Reader,
  of: { communities: readonly string[] } | { by: string },
): Promise<Resource[]> {
  const rows = await db
    .selectFrom('resource')
    .select(resourceColumns)
    .where('withdrawnAt', 'is', null)
    .where((where) => ('by' in of ? where('byId', '=', of.by) : where('communityId', 'in', [...of.communities, none])))
    .orderBy('fromDay', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute()
  return rows as unknown as Resource[]
}

/** So that a list without communities is a list still. */
const none = '00000000-0000-0000-0000-000000000000'

export const saveResource = (tx: Writer, row: Omit<Resource, 'id'> & { byId: string }): Promise<{ id: string }> =>
  tx.insertInto('resource').values(row).returning('id').executeTakeFirstOrThrow()

export const findResource = (db: Reader, id: string) =>
  db.selectFrom('resource').select(['id', 'communityId', 'byId']).where('id', '=', id).executeTakeFirst()

export async function withdrawResource(tx: Writer, id: string, back: boolean): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('resource')
    .set({ withdrawnAt: back ? sql<Date>`now()` : null })
    .where('id', '=', id)
    .where('withdrawnAt', back ? 'is' : 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const reportColumns = sql`id, community_id, kind, title, from_day, to_day, version, changed_at, made_by, hidden_at`

export async function findReport(db: Reader, id: string, hold = false): Promise<Report | undefined> {
  const { rows } = await sql<Report>`
    select ${reportColumns} from value_report where id = ${id} ${hold ? sql`for update` : sql``}`.execute(db)
  return rows[0]
}

export async function reportsByIds(db: Reader, ids: readonly string[]): Promise<Report[]> {
  const { rows } = await sql<Report>`
    select ${reportColumns} from value_report where id = any(${ids}::uuid[])`.execute(db)
  return rows
}

/** Reports of some communities, or (null) of the organization, the latest first. */
export async function reportsOf(db: Reader, of: readonly string[] | null): Promise<Report[]> {
  const { rows } = await sql<Report>`
    select ${reportColumns} from value_report
    where ${of === null ? sql`community_id is null` : sql`community_id = any(${of}::uuid[])`}
    order by to_day desc, id desc limit 100`.execute(db)
  return rows
}

export async function saveReport(
  tx: Writer,
  { text, ...row }: Omit<Report, 'id' | 'version' | 'changedAt' | 'hiddenAt'> & { madeBy: string; text: string },
): Promise<{ id: string }> {
  const saved = await tx.insertInto('valueReport').values(row).returning('id').executeTakeFirstOrThrow()
  await tx.insertInto('valueReportVersion').values({ reportId: saved.id, version: 1, text, byId: row.madeBy }).execute()
  return saved
}

/** Writes the next version if nobody else did meanwhile; tells whether. */
export async function saveVersion(
  tx: Writer,
  { id, base, text, note, byId }: { id: string; base: number; text: string; note: string; byId: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('valueReport')
    .set({ version: base + 1, changedAt: sql<Date>`date_trunc('milliseconds', now())` })
    .where('id', '=', id)
    .where('version', '=', base)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await tx
    .insertInto('valueReportVersion')
    .values({ reportId: id, version: base + 1, text, note, byId })
    .execute()
  return true
}

export const versionsOf = (db: Reader, reportId: string) =>
  db
    .selectFrom('valueReportVersion')
    .select(['version', 'note', 'byId', 'at'])
    .where('reportId', '=', reportId)
    .orderBy('version', 'desc')
    .limit(500)
    .execute()

export async function textOf(db: Reader, reportId: string, version: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('valueReportVersion')
    .select('text')
    .where('reportId', '=', reportId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.text
}

export interface Done {
  asked: number
  answered: number
  practices: { id: string; title: string }[]
  adoptions: { practice: string; title: string; unit: string; state: string }[]
  escalations: { id: string; title: string; dueOn: string; state: string; answer: string | null }[]
}

/** What happened within a period: things that whoever reads inside can look through one by one. */
export async function doneIn(db: Reader, communities: readonly string[], { from, to }: Period): Promise<Done> {
  const within = (column: string) => sql`${sql.ref(column)} >= ${from}::date and ${sql.ref(column)} < ${to}::date + 1`
  const ids = sql`any(${communities}::uuid[])`
  const { rows } = await sql<Done>`
    select
      (select count(distinct inquiry.id)::int from inquiry join inquiry_community held on held.inquiry_id = inquiry.id
        where held.community_id = ${ids} and ${within('inquiry.asked_at')}
          and inquiry.hidden_at is null and inquiry.withdrawn_at is null) as asked,
      (select count(distinct inquiry.id)::int from inquiry join inquiry_community held on held.inquiry_id = inquiry.id
        where held.community_id = ${ids} and ${within('inquiry.asked_at')}
          and inquiry.hidden_at is null and inquiry.withdrawn_at is null
          and exists (select from contribution said where said.inquiry_id = inquiry.id and said.by_id is distinct from inquiry.asked_by
            and said.withdrawn_at is null and said.hidden_at is null)) as answered,
      coalesce((select json_agg(json_build_object('id', id, 'title', title) order by current_at, id) from practice
        where community_id = ${ids} and ${within('current_at')} and hidden_at is null), '[]') as practices,
      coalesce((select json_agg(json_build_object('practice', practice.id, 'title', practice.title, 'unit', unit.name, 'state', adoption.state)
          order by adoption.at, adoption.id)
        from adoption join practice on practice.id = adoption.practice_id join unit on unit.id = adoption.unit_id
        where practice.community_id = ${ids} and adoption.latest and ${within('adoption.at')} and practice.hidden_at is null), '[]') as adoptions,
      coalesce((select json_agg(json_build_object('id', id, 'title', title, 'dueOn', due_on, 'state', state, 'answer', answer)
          order by due_on, id)
        from escalation where community_id = ${ids} and hidden_at is null
          and (${within('sent_at')} or state in ('sent', 'received', 'decided'))), '[]') as escalations`.execute(db)
  return rows[0]!
}

/** The communities that somebody sponsors. */
export async function sponsoredBy(db: Reader, person: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select community_id as id from membership join community on community.id = community_id
    where person_id = ${person} and 'sponsor' = any(roles) order by plain(community.name), community.id`.execute(db)
  return rows.map(({ id }) => id)
}

/** Communities that everybody in the organization may look into. */
export async function openCommunities(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from community where visibility = 'open' order by id limit 2000`.execute(db)
  return rows.map(({ id }) => id)
}
