import { type RawBuilder, sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import type { Unit } from '../groups.ts'

interface Target {
  units: string[]
  communities: string[]
}

const present = sql`person.origin = 'organization' and person.erased_at is null
  and (person.left_on is null or person.left_on > current_date)`

/** Where somebody works now: the latest place that has begun and has not ended. */
const unitNow = (person: RawBuilder<unknown>) => sql`(
  select position.unit_id from position
  where position.person_id = ${person} and position.unit_id is not null and position.from_day <= current_date
    and (position.to_day is null or position.to_day >= current_date)
  order by position.from_day desc limit 1)`

/** People of some units with everything below them, members of some communities, or everybody who works here. */
const targeted = ({ units, communities }: Target) => sql`
  with recursive below (id) as (
    select unnest(${units}::uuid[]) union select unit.id from unit join below on unit.parent_id = below.id
  )
  select person.id, ${unitNow(sql`person.id`)} as unit_id from person
  where ${present} and (
    ${units.length + communities.length === 0}
    or exists (
      select from position join below on below.id = position.unit_id
      where position.person_id = person.id and position.from_day <= current_date
        and (position.to_day is null or position.to_day >= current_date))
    or exists (
      select from membership where membership.person_id = person.id
        and membership.community_id = any(${communities}::uuid[])))`

export async function countTargeted(db: Reader, target: Target): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from (${targeted(target)}) asked`.execute(db)
  return rows[0]!.n
}

/** Writes down who is asked, each with the unit they are in now. Returns them. */
export async function saveAsked(tx: Writer, survey: string, target: Target): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    insert into survey_person (survey_id, person_id, unit_id)
    select ${survey}, id, unit_id from (${targeted(target)}) asked order by id
    returning person_id`.execute(tx)
  return rows.map(({ personId }) => personId)
}

/** Who left before answering is not waited for. */
const waitedFor = sql`(asked.state = 'finished' or (${present}))`

export interface AskedIn {
  unitId: string | null
  asked: number
  answered: number
}

/** How many are asked and how many have handed in, unit by unit. */
export async function askedByUnit(db: Reader, survey: string): Promise<AskedIn[]> {
  const { rows } = await sql<AskedIn>`
    select asked.unit_id, count(*)::int as asked, (count(*) filter (where asked.state = 'finished'))::int as answered
    from survey_person asked join person on person.id = asked.person_id
    where asked.survey_id = ${survey} and ${waitedFor} group by 1 order by 1`.execute(db)
  return rows
}

export async function countAsked(db: Reader, survey: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from survey_person where survey_id = ${survey}`.execute(db)
  return rows[0]!.n
}

export async function allUnits(db: Reader): Promise<Unit[]> {
  const { rows } = await sql<Unit>`select id, parent_id from unit order by id`.execute(db)
  return rows
}

/** Notes a reminder for those who have not answered and let themselves be reminded; returns them. */
export async function noteReminders(
  tx: Writer,
  survey: string,
  { daysApart, most }: { daysApart: number; most: number },
): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    update survey_person asked set reminded_at = now(), reminded = reminded + 1
    from survey, person
    where asked.survey_id = ${survey} and survey.id = asked.survey_id and person.id = asked.person_id and ${present}
      and asked.state in ('asked', 'begun') and asked.reminders and asked.reminded < ${most}
      and coalesce(asked.reminded_at, survey.opened_at) <= now() - make_interval(days => ${daysApart})
    returning asked.person_id`.execute(tx)
  return rows.map(({ personId }) => personId)
}

export { present as presentPerson, unitNow }
