import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'

/** Who works here today, and where: of several places the latest. */
const working = sql`
  working as (
    select distinct on (person.id) person.id, person.occupation_id, position.unit_id, position.manager_id
    from person
    join position on position.person_id = person.id and position.unit_id is not null
      and position.from_day <= current_date and (position.to_day is null or position.to_day >= current_date)
    join unit on unit.id = position.unit_id and (unit.closed_on is null or unit.closed_on > current_date)
    where person.origin = 'organization' and person.erased_at is null
      and (person.left_on is null or person.left_on > current_date)
    order by person.id, position.from_day desc, position.unit_id
  )`

/** Communities whose members everybody may see by name. */
const seen = sql`community.closed_at is null and community.visibility <> 'private'`

export interface UnitRow {
  id: string
  name: string
  parentId: string | null
  people: number
}

export async function unitsToday(db: Reader): Promise<UnitRow[]> {
  const { rows } = await sql<UnitRow>`
    with ${working}, held as (select unit_id, count(*)::int as people from working group by unit_id)
    select unit.id, unit.name, unit.parent_id, coalesce(held.people, 0) as people
    from unit left join held on held.unit_id = unit.id
    where unit.closed_on is null or unit.closed_on > current_date
    order by unit.name, unit.id`.execute(db)
  return rows
}

interface Named {
  id: string
  name: string
  people: number
}

export async function communitiesToday(db: Reader): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select community.id, community.name, count(membership.person_id)::int as people
    from community left join membership on membership.community_id = community.id
    where ${seen} group by community.id order by community.name, community.id`.execute(db)
  return rows
}

export async function occupationsToday(db: Reader): Promise<Named[]> {
  const { rows } = await sql<Named>`
    with ${working}
    select occupation.id, occupation.name, count(*)::int as people
    from working join occupation on occupation.id = working.occupation_id
    group by occupation.id order by people desc, occupation.name`.execute(db)
  return rows
}

export interface PersonRow {
  id: string
  unitId: string
  managerId: string | null
  occupationId: string | null
}

export async function peopleToday(db: Reader): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    with ${working} select id, unit_id, manager_id, occupation_id from working order by id`.execute(db)
  return rows
}

export async function membersToday(db: Reader): Promise<{ communityId: string; personId: string }[]> {
  const { rows } = await sql<{ communityId: string; personId: string }>`
    select membership.community_id, membership.person_id
    from membership join community on community.id = membership.community_id
    where ${seen} order by 1, 2`.execute(db)
  return rows
}
