import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'

/** Of a row of `person`: works here now. */
export const present = sql`person.origin = 'organization' and person.erased_at is null
  and (person.left_on is null or person.left_on > current_date)`

export const worksHere = async (db: Reader, id: string): Promise<boolean> =>
  (await sql`select from person where id = ${id} and ${present}`.execute(db)).rows.length > 0

/** The day where the organization is. */
export async function todayHere(db: Reader): Promise<string> {
  const { rows } = await sql<{ day: string }>`
    select (now() at time zone coalesce((select value #>> '{}' from setting where key = 'timeZone'), 'UTC'))::date as day`.execute(
    db,
  )
  return rows[0]!.day
}

export interface UnitRow {
  id: string
  name: string
  parentId: string | null
}

export const allUnits = (db: Reader): Promise<UnitRow[]> =>
  db.selectFrom('unit').select(['id', 'name', 'parentId']).orderBy('id').execute()

export const occupationsByIds = async (db: Reader, ids: string[]): Promise<{ id: string; name: string }[]> =>
  ids.length === 0
    ? []
    : (
        await sql<{ id: string; name: string }>`
          select id, name from occupation where id = any(${ids}::uuid[]) order by name, id`.execute(db)
      ).rows
