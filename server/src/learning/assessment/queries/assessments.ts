import type { WriteAssessment } from '@mortar/contract/learning-assessments'
import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import { present } from '../../queries.ts'
import type { Assessment, Both } from '../assessment.ts'

const picked = sql`one.id, one.title, one.purpose, one.state, one.origin, one.units, one.occupations, one.communities,
  one.closes_on as "closesOn", one.closed_at as "closedAt", one.result, asked.state as mine,
  (select count(*)::int from needs_assessment_topic question where question.assessment_id = one.id) as questions`

const seenBy = (personId: string) => sql`
  from needs_assessment one left join needs_assessment_person asked on asked.assessment_id = one.id and asked.person_id = ${personId}`

export const findAssessment = async (db: Reader, personId: string, id: string): Promise<Assessment | undefined> =>
  (await sql<Assessment>`select ${picked} ${seenBy(personId)} where one.id = ${id}`.execute(db)).rows[0]

/** Those that somebody is asked in, or all; the open ones first, then the latest. */
export async function assessmentsFor(db: Reader, personId: string, all: boolean): Promise<Assessment[]> {
  const { rows } = await sql<Assessment>`
    select ${picked} ${seenBy(personId)}
    where ${all} or (one.state <> 'draft' and asked.person_id is not null)
    order by array_position('{open,draft,closed}'::text[], one.state), coalesce(one.closed_at, one.made_at) desc, one.id
    limit 100`.execute(db)
  return rows
}

/** Open ones that somebody has neither handed in nor declined. */
export async function waitingFor(
  db: Reader,
  personId: string,
): Promise<{ id: string; title: Both; closesOn: string | null }[]> {
  const { rows } = await sql<{ id: string; title: Both; closesOn: string | null }>`
    select one.id, one.title, one.closes_on as "closesOn"
    from needs_assessment one join needs_assessment_person asked on asked.assessment_id = one.id
    where asked.person_id = ${personId} and one.state = 'open' and asked.state in ('asked', 'begun')
    order by one.closes_on, one.id`.execute(db)
  return rows
}

export interface QuestionRow {
  topicId: string
  words: Both
}

export const questionsOf = async (db: Reader, id: string): Promise<QuestionRow[]> =>
  (
    await sql<QuestionRow>`select topic_id as "topicId", words from needs_assessment_topic
    where assessment_id = ${id} order by place, topic_id`.execute(db)
  ).rows

/** Which of these topics everybody may know of, so that they can be asked about. */
export async function openTopics(db: Reader, ids: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select topic.id from topic join community on community.id = topic.community_id
    where topic.id = any(${ids}::uuid[]) and topic.gone is null and community.visibility <> 'private'`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

export async function insertDraft(tx: Writer, by: string, draft: WriteAssessment): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into needs_assessment (title, purpose, units, occupations, communities, closes_on, made_by)
    values (${JSON.stringify(draft.title)}::jsonb, ${JSON.stringify(draft.purpose)}::jsonb, ${draft.units}::uuid[],
            ${draft.occupations}::uuid[], ${draft.communities}::uuid[], ${draft.closesOn}::date, ${by}) returning id`.execute(
    tx,
  )
  await saveQuestions(tx, rows[0]!.id, draft.questions)
  return rows[0]!.id
}

/** Writes a draft anew; tells whether it still was one. */
export async function updateDraft(tx: Writer, id: string, draft: WriteAssessment): Promise<boolean> {
  const { rows } = await sql`
    update needs_assessment set title = ${JSON.stringify(draft.title)}::jsonb, purpose = ${JSON.stringify(draft.purpose)}::jsonb,
      units = ${draft.units}::uuid[], occupations = ${draft.occupations}::uuid[], communities = ${draft.communities}::uuid[],
      closes_on = ${draft.closesOn}::date
    where id = ${id} and state = 'draft' returning id`.execute(tx)
  if (rows.length === 0) return false
  await sql`delete from needs_assessment_topic where assessment_id = ${id}`.execute(tx)
  await saveQuestions(tx, id, draft.questions)
  return true
}

/** The last day of an open one; tells whether it still was. */
export async function updateLastDay(tx: Writer, id: string, day: string): Promise<boolean> {
  const { rows } =
    await sql`update needs_assessment set closes_on = ${day}::date where id = ${id} and state = 'open' returning id`.execute(
      tx,
    )
  return rows.length > 0
}

const saveQuestions = (tx: Writer, id: string, questions: { topic: string; words: Both }[]) =>
  sql`
    insert into needs_assessment_topic (assessment_id, topic_id, place, words)
    select ${id}, asked.topic, asked.place, asked.words
    from json_to_recordset(${JSON.stringify(questions.map((one, at) => ({ ...one, place: at + 1 })))}::json)
      as asked (topic uuid, place smallint, words jsonb)`.execute(tx)

export async function deleteDraft(tx: Writer, id: string): Promise<boolean> {
  const { rows } = await sql`delete from needs_assessment where id = ${id} and state = 'draft' returning id`.execute(tx)
  return rows.length > 0
}

/** Nothing about it changes until this transaction ends, and it waits for answers that are being written. */
export const lockAssessment = (tx: Writer, id: string) =>
  sql`select from needs_assessment where id = ${id} for update`.execute(tx)

/** It does not close until this transaction ends; others may answer meanwhile. */
export const holdAssessment = (tx: Writer, id: string) =>
  sql`select from needs_assessment where id = ${id} for share`.execute(tx)

export interface Target {
  units: string[]
  occupations: string[]
  communities: string[]
}

/** People of some units with everything below, of occupations, members of communities; everybody where nothing is named. */
const targeted = ({ units, occupations, communities }: Target) => sql`
  with recursive below (id) as (
    select unnest(${units}::uuid[]) union select unit.id from unit join below on unit.parent_id = below.id
  )
  select person.id, (
    select position.unit_id from position
    where position.person_id = person.id and position.unit_id is not null and position.from_day <= current_date
      and (position.to_day is null or position.to_day >= current_date) order by position.from_day desc limit 1) as unit_id
  from person
  where ${present} and (
    ${units.length + occupations.length + communities.length === 0}
    or person.occupation_id = any(${occupations}::uuid[])
    or exists (
      select from position join below on below.id = position.unit_id
      where position.person_id = person.id and position.from_day <= current_date
        and (position.to_day is null or position.to_day >= current_date))
    or exists (
      select from membership where membership.person_id = person.id
        and membership.community_id = any(${communities}::uuid[])))`

export async function countTargeted(db: Reader, target: Target): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (${targeted(target)}) asked`.execute(db)
  return rows[0]!.n
}

/** Writes down who is asked, each with the unit they are in now. Returns them. */
export async function saveAsked(tx: Writer, id: string, target: Target): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    insert into needs_assessment_person (assessment_id, person_id, unit_id)
    select ${id}, id, unit_id from (${targeted(target)}) asked order by id returning person_id as "personId"`.execute(
    tx,
  )
  return rows.map(({ personId }) => personId)
}

export async function openDraft(tx: Writer, id: string): Promise<boolean> {
  const { rows } = await sql`
    update needs_assessment set state = 'open', opened_at = now() where id = ${id} and state = 'draft' returning id`.execute(
    tx,
  )
  return rows.length > 0
}

/** Those asked who still work here or have answered, and those who handed in. */
export async function countAsked(db: Reader, id: string): Promise<{ asked: number; answered: number }> {
  const { rows } = await sql<{ asked: number; answered: number }>`
    select count(*)::int as asked, (count(*) filter (where asked.state = 'finished'))::int as answered
    from needs_assessment_person asked join person on person.id = asked.person_id
    where asked.assessment_id = ${id} and (asked.state = 'finished' or (${present}))`.execute(db)
  return rows[0]!
}

export interface AnswerRow {
  topicId: string
  gap: number | null
}

export const ownAnswers = async (db: Reader, id: string, personId: string): Promise<AnswerRow[]> =>
  (
    await sql<AnswerRow>`select topic_id as "topicId", gap from needs_assessment_answer
    where assessment_id = ${id} and person_id = ${personId} order by topic_id`.execute(db)
  ).rows

/** Saves what was answered so far; earlier answers on other topics stay. */
export const saveAnswers = (
  tx: Writer,
  id: string,
  personId: string,
  answers: { topic: string; gap: number | null }[],
) =>
  sql`
    insert into needs_assessment_answer (assessment_id, person_id, topic_id, gap)
    select ${id}, ${personId}, said.topic, said.gap
    from json_to_recordset(${JSON.stringify(answers)}::json) as said (topic uuid, gap smallint)
    on conflict (assessment_id, person_id, topic_id) do update set gap = excluded.gap, at = now()`.execute(tx)

export const removeAnswers = (tx: Writer, id: string, personId: string) =>
  sql`delete from needs_assessment_answer where assessment_id = ${id} and person_id = ${personId}`.execute(tx)

export const saveState = (tx: Writer, id: string, personId: string, state: 'begun' | 'finished' | 'declined') =>
  sql`update needs_assessment_person set state = ${state}, state_at = now()
      where assessment_id = ${id} and person_id = ${personId}`.execute(tx)

export interface Counted {
  personId: string
  unitId: string | null
  topicId: string
  gap: number | null
}

/** Everything that was handed in. */
export const handedIn = async (db: Reader, id: string): Promise<Counted[]> =>
  (
    await sql<Counted>`
      select answer.person_id as "personId", asked.unit_id as "unitId", answer.topic_id as "topicId", answer.gap
      from needs_assessment_answer answer
      join needs_assessment_person asked on asked.assessment_id = answer.assessment_id and asked.person_id = answer.person_id
      where answer.assessment_id = ${id} and asked.state = 'finished' order by answer.person_id, answer.topic_id`.execute(
      db,
    )
  ).rows

export async function closeOpen(tx: Writer, id: string, result: object): Promise<boolean> {
  const { rows } = await sql`
    update needs_assessment set state = 'closed', closed_at = now(), result = ${JSON.stringify(result)}::jsonb
    where id = ${id} and state = 'open' returning id`.execute(tx)
  return rows.length > 0
}

/** Open ones whose last day is over. */
export async function dueToClose(db: Reader, today: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from needs_assessment where state = 'open' and closes_on < ${today}::date order by id`.execute(db)
  return rows.map(({ id }) => id)
}

/** Topics of a result by name, whoever may see them: those asked about are known to everybody. */
export const topicNames = async (db: Reader, ids: string[]): Promise<{ id: string; name: string }[]> =>
  (
    await sql<{
      id: string
      name: string
    }>`select id, name from topic where id = any(${ids}::uuid[]) order by id`.execute(db)
  ).rows
