import { sql } from 'kysely'
import type { SurveyResult } from '@mortar/contract/network-survey'
import type { Reader, Writer } from '#platform/database.ts'

/** A closed survey that has not been compared with traces yet. */
export async function surveyToCompare(
  db: Reader,
  id: string,
): Promise<{ sourceId: string; closedAt: Date } | undefined> {
  const { rows } = await sql<{ sourceId: string; closedAt: Date }>`
    select source_id, closed_at from survey where id = ${id} and state = 'closed' and compared is null`.execute(db)
  return rows[0]
}

export const saveComparison = (tx: Writer, id: string, compared: NonNullable<SurveyResult['compared']>) =>
  sql`update survey set compared = ${JSON.stringify(compared)}::jsonb where id = ${id} and compared is null`.execute(tx)

export async function whoFinished(db: Reader, id: string): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select person_id from survey_person where survey_id = ${id} and state = 'finished'`.execute(db)
  return rows.map(({ personId }) => personId)
}

/** Surveys that may be compared now: both their ties and traces of the year before may be computed from. */
export async function dueComparisons(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with computable as (
      select id, kind from trace_source
      where closed_at is null and (mode = 'opt_in' or announced_at + interval '14 days' <= now())
    )
    select survey.id from survey join computable on computable.id = survey.source_id
    where survey.state = 'closed' and survey.compared is null and exists (
      select from computable other join trace_import import on import.source_id = other.id and import.state = 'done'
      where other.kind <> 'survey')
    order by survey.id`.execute(db)
  return rows.map(({ id }) => id)
}
