import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'
import { chartOf, placedIn } from './units.ts'

/** How many people are in exactly these communities and no other of them, the largest sets first. */
export async function setsOf(
  db: Reader,
  place: { day: string; within: string | null },
  communities: string[],
): Promise<{ communities: string[]; people: number }[]> {
  const { rows } = await sql<{ communities: string[]; people: number }>`
    with recursive ${chartOf(place.day)}, ${placedIn(place.day, place.within)},
    each_in as (
      select membership.person_id, array_agg(membership.community_id order by membership.community_id) as communities
      from membership
      where membership.community_id = any(${communities}::uuid[])
        and membership.person_id in (select person_id from placed)
      group by membership.person_id
    )
    select communities::text[] as communities, count(*)::int as people
    from each_in group by communities order by people desc, communities limit 60`.execute(db)
  return rows
}
