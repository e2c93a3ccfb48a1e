import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'

/** How many people and units are here, without whoever of the knowledge office merely opened the door. */
export async function peopleAndUnits(db: Reader): Promise<{ people: number; units: number }> {
  const { rows } = await sql<{ people: number; units: number }>`
    select (select count(*) from unit) as units,
           (select count(*) from person
            where origin = 'organization'
              and (not exists (select from knowledge_office office where office.person_id = person.id)
                   or exists (select from position held where held.person_id = person.id))) as people`.execute(db)
  return rows[0]!
}
