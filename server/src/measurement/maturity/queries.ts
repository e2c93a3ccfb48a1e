import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'

export interface AssessmentRow {
  id: string
  begunAt: Date
  endedAt: Date | null
  endedBy: string | null
  evidence: Record<string, number> | null
}

export interface AnswerRow {
  assessmentId: string
  question: string
  level: number
  why: string
  byId: string | null
  at: Date
}

/** Of a community, or of the organization (null): the latest first, the one under way before all. */
export async function assessmentsOf(db: Reader, communityId: string | null): Promise<AssessmentRow[]> {
  const { rows } = await sql<AssessmentRow>`
    select id, begun_at, ended_at, ended_by, evidence from maturity_assessment
    where community_id is not distinct from ${communityId}
    order by ended_at desc nulls first, id desc limit 40`.execute(db)
  return rows
}

export async function answersOf(db: Reader, assessments: readonly string[]): Promise<AnswerRow[]> {
  const { rows } = await sql<AnswerRow>`
    select assessment_id, question, level, why, by_id, at from maturity_answer
    where assessment_id = any(${assessments}::uuid[]) order by assessment_id, question`.execute(db)
  return rows
}

/** Begins one, unless one is under way. */
export async function beginAssessment(
  tx: Writer,
  communityId: string | null,
  byId: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    insert into maturity_assessment (community_id, begun_by) values (${communityId}, ${byId})
    on conflict do nothing returning id`.execute(tx)
  return rows[0]?.id
}

/** The one that is under way, held until the transaction ends. */
export async function openAssessment(tx: Writer, communityId: string | null): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from maturity_assessment
    where community_id is not distinct from ${communityId} and ended_at is null for update`.execute(tx)
  return rows[0]?.id
}

export const saveAnswer = (tx: Writer, { assessmentId, question, level, why, byId }: Omit<AnswerRow, 'at'>) =>
  sql`
    insert into maturity_answer (assessment_id, question, level, why, by_id)
    values (${assessmentId}, ${question}, ${level}, ${why}, ${byId})
    on conflict (assessment_id, question) do update
      set level = excluded.level, why = excluded.why, by_id = excluded.by_id, at = now()`.execute(tx)

export const endAssessment = (tx: Writer, id: string, byId: string, evidence: Record<string, number>) =>
  sql`
    update maturity_assessment set ended_at = now(), ended_by = ${byId}, evidence = ${JSON.stringify(evidence)}::jsonb
    where id = ${id}`.execute(tx)
