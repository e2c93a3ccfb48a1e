import type { OrderedKind } from '@mortar/contract/order'
import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'

export interface Reported {
  kind: 'inquiry' | 'contribution' | 'practice' | OrderedKind
  id: string
}

export const saveReport = (tx: Writer, { kind, id }: Reported, byId: string, reason: string) =>
  tx.insertInto('report').values({ subjectKind: kind, subjectId: id, byId, reason }).execute()

export const findReport = (db: Reader, id: string) =>
  db.selectFrom('report').select(['id', 'subjectKind', 'subjectId', 'byId']).where('id', '=', id).executeTakeFirst()

export async function closeReport(tx: Writer, id: string, by: string, decision: 'kept'): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('report')
    .set({ decision, decidedBy: by, decidedAt: sql`now()` })
    .where('id', '=', id)
    .where('decision', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Answers every waiting report on these; tells who had reported. */
export async function closeReportsOn(
  tx: Writer,
  subjectIds: string[],
  by: string,
  decision: 'kept' | 'hidden' | 'redacted',
): Promise<(string | null)[]> {
  const rows = await tx
    .updateTable('report')
    .set({ decision, decidedBy: by, decidedAt: sql`now()` })
    .where('subjectId', 'in', subjectIds)
    .where('decision', 'is', null)
    .returning('byId')
    .execute()
  return rows.map(({ byId }) => byId)
}

/** Reports on one page that wait for a decision, the oldest first. */
export const waitingReportsOn = (db: Reader, subjectId: string) =>
  db
    .selectFrom('report')
    .select(['byId', 'reason', 'at'])
    .where('subjectId', '=', subjectId)
    .where('decision', 'is', null)
    .orderBy('at')
    .limit(100)
    .execute()

export interface WaitingReport {
  id: string
  inquiryId: string
  contributionId: string | null
  byId: string | null
  reason: string
  at: Date
}

/** Reports in a community that wait for a decision, the oldest first. */
export async function waitingReports(db: Reader, communityId: string): Promise<WaitingReport[]> {
  const { rows } = await sql<WaitingReport>`
    select report.id, held.inquiry_id, contribution.id as contribution_id, report.by_id, report.reason, report.at
    from report
    left join contribution on report.subject_kind = 'contribution' and contribution.id = report.subject_id
    join inquiry_community held
      on held.inquiry_id = coalesce(contribution.inquiry_id, report.subject_id) and held.community_id = ${communityId}
    where report.decision is null and report.subject_kind in ('inquiry', 'contribution')
    order by report.at limit 100`.execute(db)
  return rows
}

export const setInquiryHidden = (tx: Writer, id: string, hiddenBy: string | null) =>
  tx
    .updateTable('inquiry')
    .set({ hiddenBy, hiddenAt: hiddenBy ? sql`now()` : null })
    .where('id', '=', id)
    .execute()

export async function facilitatorsOf(db: Reader, communityIds: string[]): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct person_id from membership
    where community_id = any(${communityIds}) and 'facilitator' = any(roles)`.execute(db)
  return rows.map(({ personId }) => personId)
}
