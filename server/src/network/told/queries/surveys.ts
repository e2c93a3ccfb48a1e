import { sql } from 'kysely'
import type { Writer } from '#platform/database.ts'

interface Told {
  answers: readonly { person: string; other: string; frequency: number; whatFor: string[]; more: boolean }[]
  finished: readonly string[]
}

/** Answers to one question as a story tells them, and who handed in. */
export async function saveToldAnswers(
  tx: Writer,
  survey: string,
  question: string,
  { answers, finished }: Told,
): Promise<void> {
  await sql`
    insert into survey_answer (survey_id, person_id, question, other_id, frequency, what_for, more)
    select ${survey}, person, ${question}, other, frequency, what_for, more
    from json_to_recordset(${JSON.stringify(answers.map(({ whatFor, ...row }) => ({ ...row, what_for: whatFor })))}::json)
      as told (person uuid, other uuid, frequency smallint, what_for text[], more boolean)`.execute(tx)
  await sql`
    update survey_person asked set state = case when person_id = any(${finished}::uuid[]) then 'finished' else 'begun' end
    where survey_id = ${survey} and (person_id = any(${finished}::uuid[])
      or exists (select from survey_answer own where own.survey_id = ${survey} and own.person_id = asked.person_id))`.execute(
    tx,
  )
}

/** Sets a survey into the past, with what was said of its source. */
export async function shiftSurvey(
  tx: Writer,
  survey: string,
  { opened, closed }: { opened: Date; closed: Date },
): Promise<void> {
  await sql`update survey set created_at = ${opened}, opened_at = ${opened}, closed_at = ${closed} where id = ${survey}`.execute(
    tx,
  )
  await sql`update trace_source source set created_at = ${opened} from survey
    where survey.id = ${survey} and source.id = survey.source_id`.execute(tx)
  await sql`update trace_choice choice set at = ${closed} from survey
    where survey.id = ${survey} and choice.source_id = survey.source_id`.execute(tx)
}
