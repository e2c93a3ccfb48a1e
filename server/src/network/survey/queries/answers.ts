import { sql } from 'kysely'
import type { AnswerState, HelpKind } from '@mortar/contract/network-survey'
import type { Reader, Writer } from '#platform/database.ts'
import { presentPerson, unitNow } from './asked.ts'

export interface NamedRow {
  question: string
  otherId: string
  frequency: number | null
  whatFor: HelpKind[]
  more: boolean
}

/** What one person answered: for that person alone. */
export async function ownAnswers(db: Reader, survey: string, person: string): Promise<NamedRow[]> {
  const { rows } = await sql<NamedRow>`
    select question, other_id, frequency::int as frequency, what_for, more from survey_answer
    where survey_id = ${survey} and person_id = ${person} order by at, other_id`.execute(db)
  return rows
}

export async function ownPart(
  db: Reader,
  survey: string,
  person: string,
): Promise<{ state: AnswerState; reminders: boolean } | undefined> {
  const { rows } = await sql<{ state: AnswerState; reminders: boolean }>`
    select state, reminders from survey_person where survey_id = ${survey} and person_id = ${person}`.execute(db)
  return rows[0]
}

/** Names somebody, or changes what was said of them. Tells whether there was room for another name. */
export async function saveNamed(
  tx: Writer,
  { survey, person, most }: { survey: string; person: string; most: number },
  { question, otherId, frequency, whatFor, more }: NamedRow,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into survey_answer (survey_id, person_id, question, other_id, frequency, what_for, more, at)
    select ${survey}, ${person}, ${question}, ${otherId}, ${frequency}, ${whatFor}::text[], ${more}, clock_timestamp()
    where (select count(*) from survey_answer
           where survey_id = ${survey} and person_id = ${person} and question = ${question} and other_id <> ${otherId}) < ${most}
    on conflict (survey_id, person_id, question, other_id)
      do update set frequency = excluded.frequency, what_for = excluded.what_for, more = excluded.more`.execute(tx)
  return numAffectedRows === 1n
}

export const removeNamed = (tx: Writer, survey: string, person: string, question: string, other: string) =>
  sql`delete from survey_answer
      where survey_id = ${survey} and person_id = ${person} and question = ${question} and other_id = ${other}`.execute(
    tx,
  )

/** Who names somebody has begun; who had handed in keeps that. */
export const noteBegun = (tx: Writer, survey: string, person: string) =>
  sql`update survey_person set state = 'begun', state_at = now()
      where survey_id = ${survey} and person_id = ${person} and state in ('asked', 'declined')`.execute(tx)

export const saveState = (tx: Writer, survey: string, person: string, state: AnswerState) =>
  sql`update survey_person set state = ${state}, state_at = now()
      where survey_id = ${survey} and person_id = ${person}`.execute(tx)

export const saveReminders = (tx: Writer, survey: string, person: string, wanted: boolean) =>
  sql`update survey_person set reminders = ${wanted}
      where survey_id = ${survey} and person_id = ${person}`.execute(tx)

export async function worksHereAmong(db: Reader, ids: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from person where id = any(${ids}::uuid[]) and ${presentPerson}`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** People of one's own unit, then those of one's communities; who is in both comes once. */
export async function nearColleagues(
  db: Reader,
  person: string,
  limit: number,
): Promise<{ id: string; why: 'unit' | 'community' }[]> {
  const { rows } = await sql<{ id: string; why: 'unit' | 'community' }>`
    with mine as (select ${unitNow(sql`${person}::uuid`)} as unit_id),
    near as (
      select position.person_id as id, 1 as place from position, mine
      where position.unit_id = mine.unit_id and position.from_day <= current_date
        and (position.to_day is null or position.to_day >= current_date)
      union all
      select other.person_id, 2 from membership own
      join community on community.id = own.community_id and community.closed_at is null
      join membership other on other.community_id = own.community_id where own.person_id = ${person}
    )
    select person.id, case min(near.place) when 1 then 'unit' else 'community' end as why
    from near join person on person.id = near.id
    where person.id <> ${person} and ${presentPerson}
    group by person.id order by min(near.place), person.name, person.id limit ${limit}`.execute(db)
  return rows
}
