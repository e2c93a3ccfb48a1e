import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'
import { chartOf, placedIn } from '../queries/units.ts'

export interface PlacedMember {
  personId: string
  /** The shown unit that they are in or below. */
  unit: string
}

/** Members of a community with the shown unit that each is in: the first of its name where somebody is in several. */
export async function membersPlaced(
  db: Reader,
  place: { day: string; within: string | null },
  community: string,
): Promise<PlacedMember[]> {
  const { rows } = await sql<PlacedMember>`
    with recursive ${chartOf(place.day)}, ${placedIn(place.day, place.within)},
    held as (
      select distinct on (membership.person_id) membership.person_id, placed.top, person.name
      from membership
      join placed on placed.person_id = membership.person_id
      join chart on chart.id = placed.top
      join person on person.id = membership.person_id
      where membership.community_id = ${community} and person.erased_at is null
      order by membership.person_id, chart.name, placed.top
    )
    select person_id, top as unit from held order by name, person_id`.execute(db)
  return rows
}

export async function membersInAll(db: Reader, community: string): Promise<number> {
  const { count } = await db
    .selectFrom('membership')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('communityId', '=', community)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Which of these communities each of these people is in, too. */
export async function alsoIn(
  db: Reader,
  people: string[],
  communities: string[],
): Promise<{ personId: string; communityId: string }[]> {
  const { rows } = await sql<{ personId: string; communityId: string }>`
    select person_id, community_id from membership
    where person_id = any(${people}::uuid[]) and community_id = any(${communities}::uuid[])`.execute(db)
  return rows
}

export interface BundleRow {
  oneId: string
  otherId: string
  observed: number
  expected: number
  people: number
}

/** Ties between these units as a run kept them: with five people or more on either side. */
export async function bundlesBetween(db: Reader, run: string, units: string[]): Promise<BundleRow[]> {
  const { rows } = await sql<BundleRow>`
    select one_id, other_id, observed, expected, people from unit_tie
    where run_id = ${run} and one_id <> other_id
      and one_id = any(${units}::uuid[]) and other_id = any(${units}::uuid[])
    order by observed desc, one_id, other_id limit 60`.execute(db)
  return rows
}
