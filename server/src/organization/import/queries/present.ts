import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import type { Present, PresentManager, PresentPerson, PresentPosition, PresentUnit } from '../plan/present.ts'

/** The organization as an import finds it. Guests and authors of archives are not part of it. */
export async function presentOrganization(db: Reader): Promise<Present> {
  const people = await sql<PresentPerson>`
    select person.id, person.key, person.email, person.name, occupation.name as occupation, person.left_on
    from person left join occupation on occupation.id = person.occupation_id
    where person.erased_at is null and (person.origin = 'organization' or person.key is not null or person.email is not null)
    order by person.id`.execute(db)
  const positions = await sql<PresentPosition>`
    select id, person_id, unit_id, title, manager_id, from_day, to_day from position
    where to_day is null or to_day >= current_date
    order by person_id, from_day desc, id desc`.execute(db)
  const former = await sql<PresentPosition>`
    select distinct on (person_id) id, person_id, unit_id, title, manager_id, from_day, to_day from position
    where to_day < current_date
      and not exists (
        select from position later
        where later.person_id = position.person_id and (later.to_day is null or later.to_day >= current_date))
    order by person_id, from_day desc, id desc`.execute(db)
  const units = await sql<PresentUnit>`
    select id, key, name, parent_id from unit where closed_on is null order by id`.execute(db)
  const managers = await sql<PresentManager>`
    select unit_id, person_id, derived from unit_manager
    where role = 'manager' order by unit_id, person_id`.execute(db)
  return {
    people: people.rows,
    positions: positions.rows,
    former: former.rows,
    units: units.rows,
    managers: managers.rows,
  }
}

/** Day of the database, so that rules here and there agree on what today is. */
export async function todayOf(db: Reader): Promise<string> {
  const { rows } = await sql<{ today: string }>`select current_date as today`.execute(db)
  return rows[0]!.today
}

/** One import at a time, over any number of processes. */
export async function holdImports(tx: Writer): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('mortar organization import')) as held`.execute(tx)
  return rows[0]!.held
}
