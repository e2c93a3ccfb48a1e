import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'

/** The units somebody works in now, manages, or decides for as a delegate. */
export async function unitsOf(db: Reader, personId: string) {
  const { rows } = await sql<{ id: string; name: string; role: 'works' | 'manages' | 'delegate' }>`
    select unit.id, unit.name, case unit_manager.role when 'manager' then 'manages' else 'delegate' end as role
    from unit_manager join unit on unit.id = unit_manager.unit_id
    where unit_manager.person_id = ${personId} and unit.closed_on is null
    union all
    select unit.id, unit.name, 'works'
    from position join unit on unit.id = position.unit_id
    where position.person_id = ${personId} and position.from_day <= current_date
      and (position.to_day is null or position.to_day >= current_date)
    order by name`.execute(db)
  return rows
}
