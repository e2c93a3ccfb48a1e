import { sql } from 'kysely'
import type { Writer } from '#platform/database.ts'
import { mostAudience } from '../../traces/gather/gather.ts'
import { beginOf } from '../../week.ts'
import { channelOf, works } from '../activity.ts'

interface Into {
  source: string
  /** The number of the import that its counts belong to. */
  number: number
}

/**
 * Counts some weeks of activity anew: what was counted of them before is replaced, so that a line which is read twice
 * counts once. Only people of the organization who may be kept now, and nothing of a private community.
 */
export async function countWeeks(tx: Writer, { source, number }: Into, weeks: readonly number[]): Promise<void> {
  await sql`delete from tie_week where import_no = ${number} and week = any(${weeks}::smallint[])`.execute(tx)
  await sql`delete from artefact_week where import_no = ${number} and week = any(${weeks}::smallint[])`.execute(tx)
  await sql`
    with ${happened(weeks)}, ${mayBeKept(source)}
    insert into trace_identity (source_id, alias, state, person_id)
    select distinct on (kept.id) ${source}::uuid, kept.id::text, 'matched', kept.id
    from happened cross join unnest(array_append(happened.person_ids, happened.actor_id)) one
    join kept on kept.id = one
    on conflict (source_id, alias) do nothing`.execute(tx)
  await countTurns(tx, { source, number }, weeks)
  await countWorks(tx, { source, number }, weeks)
}

/** Who turned to whom: several who are addressed share one act. */
const countTurns = (tx: Writer, { source, number }: Into, weeks: readonly number[]) =>
  sql`
    with ${happened(weeks)}, ${mayBeKept(source)}, ${standing(source)},
    turned as (select verb, channel from unnest(${[...channelOf.keys()]}::text[], ${[...channelOf.values()]}::smallint[]) as turned (verb, channel))
    insert into tie_week (import_no, week, channel, from_no, to_no, times, weight)
    select ${number}::int, happened.week, turned.channel, one.number, other.number, count(*),
           sum(1.0 / cardinality(happened.person_ids))
    from happened join turned using (verb) cross join unnest(happened.person_ids) addressed
    join standing one on one.person_id = happened.actor_id
    join standing other on other.person_id = addressed
    where addressed <> happened.actor_id and cardinality(happened.person_ids) <= ${mostAudience}
    group by happened.week, turned.channel, one.number, other.number`.execute(tx)

/** Who worked on which inquiry or practice. Its name here is its id: words of people are kept in one place only. */
async function countWorks(tx: Writer, { source, number }: Into, weeks: readonly number[]): Promise<void> {
  await sql`
    with ${happened(weeks)}
    insert into artefact (source_id, name)
    select distinct ${source}::uuid, subject_kind || '/' || subject_id from happened where verb = any(${works})
    on conflict (source_id, name) do nothing`.execute(tx)
  await sql`
    with ${happened(weeks)}, ${mayBeKept(source)}, ${standing(source)}
    insert into artefact_week (import_no, week, artefact, person_no, times)
    select ${number}::int, happened.week, artefact.number, one.number, count(*)
    from happened
    join artefact on artefact.source_id = ${source} and artefact.name = subject_kind || '/' || subject_id
    join standing one on one.person_id = happened.actor_id
    where happened.verb = any(${works})
    group by 2, 3, 4`.execute(tx)
}

/** What somebody did in these weeks that is read at all. */
const happened = (weeks: readonly number[]) => sql`
  happened as (
    select actor_id, verb, subject_kind, subject_id, person_ids,
           floor((extract(epoch from at) / 86400 - 4) / 7)::smallint as week
    from activity
    where at >= ${beginOf(Math.min(...weeks))} and at < ${beginOf(Math.max(...weeks) + 1)}
      and floor((extract(epoch from at) / 86400 - 4) / 7) = any(${weeks}::int[])
      and actor_id is not null and verb = any(${[...new Set([...channelOf.keys(), ...works])]})
      and not exists (select from community where id = any(community_ids) and visibility = 'private')
  )`

/** People of the organization: guests were told of no source. */
const mayBeKept = (source: string) => sql`
  said as (
    select distinct on (person_id) person_id, agreed from trace_choice
    where source_id = ${source} order by person_id, at desc
  ),
  kept as (
    select person.id from person cross join trace_source source left join said on said.person_id = person.id
    where source.id = ${source} and person.origin = 'organization' and person.erased_at is null
      and coalesce(said.agreed, source.mode = 'announced' and source.announced_at is not null)
  )`

const standing = (source: string) => sql`
  standing as (
    select identity.person_id, identity.number from trace_identity identity join kept on kept.id = identity.person_id
    where identity.source_id = ${source} and identity.state = 'matched'
  )`
