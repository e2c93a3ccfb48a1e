import { sql } from 'kysely'
import type { Writer } from '#platform/database.ts'

/**
 * What somebody answered in the survey of a source goes, and what others said of them once it has closed. While it is
 * open, answers are those of who gives them; those that name somebody who objects go when it closes. Tells how many went.
 */
export async function removeAnswersOf(tx: Writer, source: string, person: string): Promise<number> {
  await sql`update survey_person asked set state = 'declined', state_at = now()
    from survey where survey.id = asked.survey_id and survey.source_id = ${source} and survey.state = 'open'
      and asked.person_id = ${person} and asked.state <> 'asked'`.execute(tx)
  const { numAffectedRows } = await sql`
    delete from survey_answer answer using survey
    where survey.id = answer.survey_id and survey.source_id = ${source}
      and (answer.person_id = ${person} or (answer.other_id = ${person} and survey.state = 'closed'))`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

export const removeAnswersIn = (tx: Writer, source: string) =>
  sql`delete from survey_answer answer using survey
      where survey.id = answer.survey_id and survey.source_id = ${source}`.execute(tx)

/** Answers older than their survey said they would be kept. */
export const removeOldAnswers = (tx: Writer) =>
  sql`delete from survey_answer answer using survey
      where survey.id = answer.survey_id and survey.closed_at < now() - make_interval(days => survey.retention_days)`.execute(
    tx,
  )
