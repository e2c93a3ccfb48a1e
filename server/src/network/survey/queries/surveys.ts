import { sql } from 'kysely'
import type { SurveyDraft } from '@mortar/contract/network-survey'
import type { Reader, Writer } from '#platform/database.ts'
import type { Survey } from '../survey.ts'

const surveys = (personId: string, where: ReturnType<typeof sql>) => sql<Survey>`
  select survey.id, survey.source_id, survey.name, survey.purpose, survey.legal_ground, survey.retention_days, survey.mode,
         survey.questions, survey.units, survey.communities, survey.opens_on, survey.closes_on, survey.remind_every,
         survey.state, survey.opened_at, survey.closed_at, survey.response, survey.result, survey.compared,
         asked.state as mine
  from survey left join survey_person asked on asked.survey_id = survey.id and asked.person_id = ${personId}
  where ${where}`

export async function findSurvey(db: Reader, personId: string, id: string): Promise<Survey | undefined> {
  const { rows } = await surveys(personId, sql`survey.id = ${id}`).execute(db)
  return rows[0]
}

/** The latest first: all of them, or those that somebody was asked in. */
export async function surveysOf(db: Reader, personId: string, all: boolean): Promise<Survey[]> {
  const { rows } = await surveys(
    personId,
    sql`(${all} or (survey.state <> 'draft' and asked.person_id is not null)) order by survey.created_at desc, survey.id limit 200`,
  ).execute(db)
  return rows
}

export async function managesUnit(db: Reader, personId: string): Promise<boolean> {
  const { rows } =
    await sql`select from unit_manager where person_id = ${personId} and role = 'manager' limit 1`.execute(db)
  return rows.length > 0
}

export async function surveysAmong(
  db: Reader,
  personId: string,
  ids: string[],
): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string; name: string }>`
    select survey.id, survey.name from survey
    where survey.id = any(${ids}::uuid[]) and (
      exists (select from knowledge_office where person_id = ${personId})
      or survey.state <> 'draft' and exists (
        select from survey_person asked where asked.survey_id = survey.id and asked.person_id = ${personId}))`.execute(
    db,
  )
  return rows
}

export async function insertSurvey(tx: Writer, by: string | null, draft: SurveyDraft): Promise<string> {
  const { id } = await tx
    .insertInto('survey')
    .values({ ...draft, questions: JSON.stringify(draft.questions), createdBy: by })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Tells whether it was still a draft. */
export async function updateDraft(tx: Writer, id: string, draft: SurveyDraft): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('survey')
    .set({ ...draft, questions: JSON.stringify(draft.questions) })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Of an open survey its last day and its reminders. */
export async function updateDays(
  tx: Writer,
  id: string,
  { closesOn, remindEvery }: Pick<SurveyDraft, 'closesOn' | 'remindEvery'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('survey')
    .set({ closesOn, remindEvery })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function deleteDraft(tx: Writer, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('survey')
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  return numDeletedRows === 1n
}

export async function planOpening(tx: Writer, id: string, on: string | null): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('survey')
    .set({ opensOn: on })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Who wrote it, to be told when it could not open on its day. */
export async function writerOf(db: Reader, id: string): Promise<string | null> {
  const row = await db.selectFrom('survey').select('createdBy').where('id', '=', id).executeTakeFirst()
  return row?.createdBy ?? null
}

/** Tells whether it was still a draft. */
export async function openDraft(tx: Writer, id: string, source: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('survey')
    .set({ state: 'open', sourceId: source, openedAt: sql<Date>`now()` })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Back to a draft, if nobody has begun; its source was never used and goes. */
export async function takeOpeningBack(tx: Writer, id: string, source: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update survey set state = 'draft', opened_at = null, opens_on = null, source_id = null
    where id = ${id} and state = 'open'
      and not exists (select from survey_person asked where asked.survey_id = survey.id and asked.state <> 'asked')`.execute(
    tx,
  )
  if (numAffectedRows !== 1n) return false
  await sql`delete from survey_person where survey_id = ${id}`.execute(tx)
  await sql`delete from trace_choice where source_id = ${source}`.execute(tx)
  await sql`delete from trace_source where id = ${source}`.execute(tx)
  return true
}

/** Answers wait for who closes, and who closes for answers under way. */
export const lockSurvey = (tx: Writer, id: string) => sql`select from survey where id = ${id} for update`.execute(tx)
export const holdSurvey = (tx: Writer, id: string) => sql`select from survey where id = ${id} for share`.execute(tx)
