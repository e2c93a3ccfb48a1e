import type { EvidenceRule } from '@mortar/contract/community'
import type { ApplyPractice, EvidenceState, Outcome } from '@mortar/contract/practice'
import { sql } from 'kysely'
import { jsonOf } from './json.ts'
import type { Reader, Writer } from '#platform/database.ts'
import type { Tally } from '../evidence.ts'
import type { ApplicationRow, ValidationRow } from './page.ts'

/** The evidence as it lay at a moment, or lies now. */
export async function evidenceAt(
  db: Reader,
  practiceId: string,
  at?: Date,
): Promise<Tally & { list: Snapshot['applications'] }> {
  const { rows } = await sql<Tally & { list: Snapshot['applications'] | null }>`
    select count(*) as applications, count(distinct a.person_id) as people, count(distinct a.unit_id) as units,
           count(*) filter (where a.outcome = 'worked') as worked,
           json_agg(json_build_object('id', a.id, 'outcome', a.outcome, 'unit', unit.name) order by a.at desc) as list
    from application a left join unit on unit.id = a.unit_id
    where a.practice_id = ${practiceId} and a.withdrawn_at is null and a.at <= coalesce(${at ?? null}::timestamptz, now())`.execute(
    db,
  )
  const { list, ...tally } = rows[0]!
  return { ...tally, list: (list ?? []).slice(0, 500) }
}

export async function applicationsOf(db: Reader, practiceId: string, after: string[] | undefined, limit: number) {
  const { rows } = await sql<ApplicationRow & { at: Date; sortAt: string }>`
    select a.id, a.outcome, a.by_unit, a.person_id, a.place, a.changed, a.different, a.revision, a.inquiry_id as inquiry,
           a.run_id as run, a.at, a.at::text as sort_at,
           case when unit.id is not null then json_build_object('id', unit.id, 'name', unit.name) end as unit
    from application a left join unit on unit.id = a.unit_id
    where a.practice_id = ${practiceId} and a.withdrawn_at is null
      and (${after?.[0] ?? null}::timestamptz is null or (a.at, a.id) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid))
    order by a.at desc, a.id desc limit ${limit + 1}`.execute(db)
  return rows
}

interface NewApplication extends Omit<ApplyPractice, 'unit' | 'inquiry'> {
  practiceId: string
  revision: number
  personId: string | null
  unitId: string | null
  inquiryId: string | null
  runId?: string | null
  at?: Date
}

export const saveApplication = (tx: Writer, row: NewApplication) =>
  tx.insertInto('application').values(row).returning('id').executeTakeFirstOrThrow()

/** Withdraws somebody's own application; tells whether there was one. */
export async function withdrawApplication(tx: Writer, practiceId: string, id: string, personId: string) {
  const { numUpdatedRows } = await tx
    .updateTable('application')
    .set({ withdrawnAt: sql<Date>`now()` })
    .where('id', '=', id)
    .where('practiceId', '=', practiceId)
    .where('personId', '=', personId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Lets somebody's own withdrawn application stand again as it was; tells whether there was one. */
export async function restoreApplication(tx: Writer, practiceId: string, id: string, personId: string) {
  const { numUpdatedRows } = await tx
    .updateTable('application')
    .set({ withdrawnAt: null })
    .where('id', '=', id)
    .where('practiceId', '=', practiceId)
    .where('personId', '=', personId)
    .where('withdrawnAt', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export interface Snapshot {
  rule: EvidenceRule
  state: EvidenceState
  applications: { id: string; outcome: Outcome; unit: string | null }[]
}

interface NewValidation {
  practiceId: string
  revision: number
  holds: boolean
  reasons: string
  byId: string | null
  evidence: Snapshot
  at?: Date
}

export async function saveValidation(tx: Writer, { evidence, ...row }: NewValidation): Promise<void> {
  await tx
    .insertInto('validation')
    .values({ ...row, evidence: jsonOf(evidence) })
    .execute()
  await tx
    .updateTable('practice')
    .set({ validatedAt: row.holds ? (row.at ?? sql<Date>`now()`) : null })
    .where('id', '=', row.practiceId)
    .execute()
}

export async function validationsOf(db: Reader, practiceId: string): Promise<ValidationRow[]> {
  const { rows } = await sql<ValidationRow>`
    select holds, reasons, revision, evidence, by_id, at from validation
    where practice_id = ${practiceId} order by at desc, id desc limit 100`.execute(db)
  return rows
}

interface NewVerification {
  practiceId: string
  revision: number
  days: number
  note: string
  byId: string | null
  at?: Date
}

/** A dated act: the next review is counted from it. */
export async function saveVerification(tx: Writer, row: NewVerification): Promise<void> {
  const { practiceId, days, byId } = row
  await tx.insertInto('verificationAct').values(row).execute()
  await sql`
    update practice set verified_at = coalesce(${row.at ?? null}::timestamptz, now()), verified_by = ${byId}, verify_days = ${days},
      review_at = coalesce(${row.at ?? null}::timestamptz, now()) + ${days} * interval '1 day'
    where id = ${practiceId}`.execute(tx)
}
