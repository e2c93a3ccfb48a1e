import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'

/** Computations in whose communities somebody was found. */
export async function runsWith(db: Reader, person: string): Promise<{ id: string; at: Date }[]> {
  const { rows } = await sql<{ id: string; at: Date }>`
    select run.id, run.at from discovery_run run
    where exists (
      select from found_community found join found_person held on held.found_id = found.id
      where found.run_id = run.id and held.person_id = ${person})
    order by run.at desc limit 20`.execute(db)
  return rows
}

/** What happened around the map that concerns somebody, the latest first. */
export async function stepsAbout(db: Reader, person: string): Promise<{ at: Date; verb: string }[]> {
  const { rows } = await sql<{ at: Date; verb: string }>`
    select at, verb from activity
    where verb like 'network.%' and (actor_id = ${person} or ${person} = any(person_ids))
    order by id desc limit 100`.execute(db)
  return rows
}
