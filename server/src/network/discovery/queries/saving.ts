import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import type { NamedChange } from '../changes.ts'
import type { FoundRow } from '../figures.ts'
import type { KeptTie, PublishedTie } from '../steady-ties.ts'

export async function saveFound(tx: Writer, rows: readonly FoundRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 1000)
    await tx
      .insertInto('foundCommunity')
      .values(rows.slice(from, from + 1000).map(columnsOf))
      .execute()
}

const columnsOf = ({ id, runId, number, people, units, evidence, described, words, knownId, likeness }: FoundRow) => ({
  id,
  runId,
  number,
  people,
  units,
  described,
  words,
  knownId,
  likeness,
  evidence: JSON.stringify(evidence),
})

const batch = 50_000

export async function saveFoundPeople(tx: Writer, rows: readonly FoundRow[]): Promise<void> {
  const all = rows.flatMap(({ id, members, parts, strengths }) =>
    members.map((person, at) => ({ id, person, part: parts[at]!, strength: strengths[at]! })),
  )
  for (let from = 0; from < all.length; from += batch) {
    const some = all.slice(from, from + batch)
    await sql`insert into found_person (found_id, person_id, part, strength)
      select * from unnest(${some.map(({ id }) => id)}::uuid[], ${some.map(({ person }) => person)}::uuid[],
        ${some.map(({ part }) => part)}::text[], ${some.map(({ strength }) => strength)}::real[])`.execute(tx)
  }
}

/**
 * Communities of which fewer than five people came or went since an earlier run repeat its figures (those of which
 * nobody did, when the settings are the same, since somebody else's traces may be gone), so that the
 * difference of the two tells of nobody. Who was taken out of the earlier one since (`gone`) may be in this one or not:
 * the least that the two may differ by counts. Only figures that were not repeated themselves are repeated: any two that are
 * published differ by none or by at least five people.
 */
export const repeatEarlierFigures = (tx: Writer, run: string) =>
  sql`
    with common as (
      select new.found_id as new_id, old.found_id as old_id, count(*) as shared
      from found_community found
      join found_person new on new.found_id = found.id
      join found_person old on old.person_id = new.person_id
      join found_community earlier on earlier.id = old.found_id and earlier.figures_of is null and earlier.run_id <> ${run}
      where found.run_id = ${run}
      group by 1, 2
    ), size as (
      select found_id, count(*) as people from found_person
      where found_id in (select new_id from common union select old_id from common) group by 1
    ), apart as (
      select new_id, old_id, new.people - shared as come, old.people - shared as left_out, earlier.gone,
             run.settings - 'seed' = before.settings - 'seed' as alike
      from common
      join size new on new.found_id = new_id
      join size old on old.found_id = old_id
      join found_community fresh on fresh.id = new_id
      join discovery_run run on run.id = fresh.run_id
      join found_community earlier on earlier.id = old_id
      join discovery_run before on before.id = earlier.run_id
    ), near as (
      select distinct on (new_id) new_id, old_id from apart
      where left_out + abs(come - gone) < 5 and (come + left_out + gone > 0 or alike)
      order by new_id, old_id
    )
    update found_community found
    set people = old.people, units = old.units, evidence = old.evidence, words = old.words, described = old.described,
        figures_of = old.id
    from near join found_community old on old.id = near.old_id
    where found.id = near.new_id`.execute(tx)

/** The people of each community found by a run. */
export async function foundPeopleOf(db: Reader, run: string): Promise<{ id: string; people: string[] }[]> {
  const { rows } = await sql<{ id: string; people: string[] }>`
    select found.id, array_agg(held.person_id) as people
    from found_community found join found_person held on held.found_id = found.id
    where found.run_id = ${run} group by found.id order by found.number`.execute(db)
  return rows
}

/** What the last run before this one found; nothing when there was none. */
export async function foundPeopleBefore(tx: Writer, run: string) {
  const { rows } = await sql<{ id: string }>`
    select before.id from discovery_run before join discovery_run this on this.id = ${run}
    where before.state = 'done' and before.at < this.at order by before.at desc limit 1`.execute(tx)
  return rows[0] && foundPeopleOf(tx, rows[0].id)
}

interface Continued {
  id: string
  change: NamedChange['kind']
  continues: string | null
}

/** Whether it has grown is told by figures that were published, and so never by fewer than five people. */
export async function saveChanges(tx: Writer, changes: readonly Continued[]): Promise<void> {
  const json = JSON.stringify(changes.map(({ id, change, continues }) => ({ id, change, continues })))
  await sql`
    update found_community found
    set continues_id = told.continues,
        change = case
          when told.change not in ('stayed', 'grown', 'shrunk') then told.change
          when found.people >= 1.2 * before.people then 'grown'
          when found.people <= 0.8 * before.people then 'shrunk'
          else 'stayed' end
    from json_to_recordset(${json}::json) as told (id uuid, change text, continues uuid)
    left join found_community before on before.id = told.continues
    where found.id = told.id`.execute(tx)
}

/** All figures of pairs of units that were published and do not repeat earlier ones, the latest first. */
export async function publishedUnitTies(tx: Writer): Promise<PublishedTie[]> {
  const { rows } = await sql<PublishedTie>`
    select one_id, other_id, observed, expected, people, most
    from unit_tie join discovery_run run on run.id = run_id and run.state = 'done'
    where not repeats order by run.at desc, run.id desc`.execute(tx)
  return rows
}

export async function saveUnitTies(tx: Writer, runId: string, rows: readonly KeptTie[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 5000)
    await tx
      .insertInto('unitTie')
      .values(rows.slice(from, from + 5000).map((row) => ({ runId, ...row })))
      .execute()
}
