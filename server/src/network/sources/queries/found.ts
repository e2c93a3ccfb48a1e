import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'

/** Runs that read a source: all that could be read when none was chosen. */
const readIt = (source: string) => sql`
  (jsonb_typeof(run.settings -> 'sources') is distinct from 'array' or run.settings -> 'sources' ? ${source})`

/**
 * Takes somebody out of what was found from a source, in every run: nobody is told of them, nor do they find themselves
 * in it. The figures of the community stay as they were published, and it is kept how many went.
 */
export async function removeFromFound(tx: Writer, person: string, source?: string): Promise<number> {
  const which = source === undefined ? sql`true` : readIt(source)
  const { rows } = await sql<{ removed: number }>`
    with out as (
      delete from found_person held using found_community found, discovery_run run
      where held.person_id = ${person} and found.id = held.found_id and run.id = found.run_id and ${which}
      returning held.found_id
    ), kept as (
      update found_community set gone = gone + 1 where id in (select found_id from out) returning 1
    ), positions as (
      delete from own_position held using discovery_run run
      where held.person_id = ${person} and run.id = held.run_id and ${which} returning 1
    )
    select (select count(*) from out)::int + (select count(*) from positions)::int as removed`.execute(tx)
  return rows[0]!.removed
}

/**
 * Takes somebody out of the charts that are kept beside reorganizations. A stroke of chance stands in their place, so that
 * a later look still differs by them, and the difference of the two is not told.
 */
export const removeFromCharts = (tx: Writer, person: string) =>
  sql`
    update reorganization set progress = (
      select jsonb_agg(case when chart ? ${person}
        then (chart - ${person}::text) || jsonb_build_object('gone ' || gen_random_uuid(), 'gone') else chart end order by side)
      from jsonb_array_elements(progress) with ordinality as held (chart, side))
    where state = 'done' and (progress -> 0 ? ${person} or progress -> 1 ? ${person})`.execute(tx)

/** Who withdrew from any source while two charts were held against each other. */
export async function withdrawnSince(db: Reader, moment: Date): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct person_id from trace_choice where not agreed and at >= ${moment}`.execute(db)
  return rows.map(({ personId }) => personId)
}

/** Who withdrew while a run was computed, in each source that it read. */
export async function withdrawnDuring(db: Reader, run: string): Promise<{ personId: string; sourceId: string }[]> {
  const { rows } = await sql<{ personId: string; sourceId: string }>`
    select distinct on (said.source_id, said.person_id) said.person_id, said.source_id
    from trace_choice said join discovery_run run on run.id = ${run}
    where not said.agreed and said.at >= run.at`.execute(db)
  return rows
}

/** Lets whoever is choosing or reading wait until what is under way is kept. */
export const holdAll = (tx: Writer, as: 'share' | 'update') =>
  sql`select from trace_source order by id for ${sql.raw(as)}`.execute(tx)
