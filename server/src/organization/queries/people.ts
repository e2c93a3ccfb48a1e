import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'

export interface PersonRow {
  id: string
  name: string
  title: string | null
  unit: string | null
  gone: boolean
}

/** Names, titles and units for many people at once. */
export async function peopleByIds(db: Reader, ids: string[]): Promise<PersonRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<PersonRow>`
    select person.id, person.name, held.title, held.unit,
           person.erased_at is not null or coalesce(person.left_on <= current_date, false) as gone
    from person
    left join lateral (
      select position.title, unit.name as unit
      from position left join unit on unit.id = position.unit_id
      where position.person_id = person.id and position.from_day <= current_date
        and (position.to_day is null or position.to_day >= current_date)
      order by position.from_day desc limit 1
    ) held on true
    where person.id = any(${ids})`.execute(db)
  return rows
}
