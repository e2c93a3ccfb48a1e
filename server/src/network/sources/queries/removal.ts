import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import { channels } from '../../activity/activity.ts'

/** Which addresses of a source stand, or may stand, for somebody. */
export const numbersOf = (source: string, person: string) => sql`
  select number from trace_identity
  where source_id = ${source} and (person_id = ${person} or (state = 'doubtful' and ${person} = any(candidates)))`

/** Takes out all that a source holds of somebody, as one who wrote and as one who was written to. */
export async function removeTracesOf(tx: Writer, source: string, person: string): Promise<number> {
  const { rows } = await sql<{ removed: number }>`
    with mine as materialized (${numbersOf(source, person)}),
    ties as (
      delete from tie_week where from_no in (select number from mine) or to_no in (select number from mine) returning 1
    ),
    work as (delete from artefact_week where person_no in (select number from mine) returning 1)
    select (select count(*) from ties) + (select count(*) from work) as removed`.execute(tx)
  return rows[0]!.removed
}

/** Takes out all that a source holds. */
export async function removeTracesIn(tx: Writer, source: string): Promise<void> {
  const imports = sql`select number from trace_import where source_id = ${source}`
  await sql`delete from tie_week where import_no in (${imports})`.execute(tx)
  await sql`delete from artefact_week where import_no in (${imports})`.execute(tx)
  await sql`delete from artefact where source_id = ${source}`.execute(tx)
}

/** Takes out ties of people who may not be kept by a source's mode, after that has changed. */
export async function removeTracesWithoutConsent(tx: Writer, source: string): Promise<void> {
  const out = sql`
    select number from trace_identity
    where source_id = ${source} and not (state = 'matched' and coalesce((
      select agreed from trace_choice said where said.source_id = ${source} and said.person_id = trace_identity.person_id
      order by at desc limit 1), false))`
  await sql`delete from tie_week where from_no in (${out}) or to_no in (${out})`.execute(tx)
  await sql`delete from artefact_week where person_no in (${out})`.execute(tx)
}

/** Weeks that lie wholly before what each source may keep go, with artefacts that nothing is left of. */
export async function removeOldTraces(tx: Writer): Promise<number> {
  const { rows } = await sql<{ removed: number }>`
    with kept as (
      select import.number, trace_source.id as source,
             floor((extract(epoch from now()) / 86400 - 4 - retention_days) / 7)::int as first
      from trace_import import join trace_source on trace_source.id = import.source_id
    ),
    ties as (delete from tie_week using kept where import_no = kept.number and week < kept.first returning 1),
    work as (delete from artefact_week using kept where import_no = kept.number and week < kept.first returning 1)
    select (select count(*) from ties) + (select count(*) from work) as removed`.execute(tx)
  const { removed } = rows[0]!
  if (removed > 0)
    await sql`delete from artefact where not exists (select from artefact_week held where held.artefact = artefact.number)`.execute(
      tx,
    )
  return removed
}

export interface OwnMonth {
  sourceId: string
  month: string
  channel: number
  times: number
}

const monthOf = sql`to_char(date '1970-01-05' + week * 7, 'YYYY-MM')`

/** What is kept of somebody, by month: their own counts, for themselves. */
export async function ownMonths(db: Reader, person: string): Promise<OwnMonth[]> {
  const { rows } = await sql<OwnMonth>`
    with mine as materialized (select number, source_id from trace_identity where person_id = ${person}),
    held as (
      select mine.source_id, tie.week, tie.channel, tie.times from mine join tie_week tie on tie.from_no = mine.number
      union all
      select mine.source_id, tie.week, tie.channel, tie.times from mine join tie_week tie on tie.to_no = mine.number
      union all
      select mine.source_id, work.week, case source.kind when 'mortar' then ${channels.indexOf('work')} else 0 end, work.times
      from mine join trace_source source on source.id = mine.source_id
      join artefact_week work on work.person_no = mine.number
    )
    select source_id, ${monthOf} as month, channel, sum(times)::int8 as times from held
    group by 1, 2, 3 order by 1, 2, 3`.execute(db)
  return rows
}

/** With whom somebody's own traces tie them most, strongest first. For their eyes alone. */
export async function ownTies(db: Reader, person: string, limit: number) {
  const { rows } = await sql<{ personId: string; times: number; strength: number }>`
    with mine as materialized (select number from trace_identity where person_id = ${person}),
    now as (select floor((extract(epoch from now()) / 86400 - 4) / 7) as week),
    held as (
      select to_no as other, week, times, weight, 1 as out from tie_week where from_no in (select number from mine)
      union all
      select from_no, week, times, weight, 0 from tie_week where to_no in (select number from mine)
    ),
    summed as (
      select identity.person_id, sum(times) as times,
             coalesce(sum(held.weight * power(0.5, (now.week - held.week) * 7 / 90.0)) filter (where out = 1), 0) as there,
             coalesce(sum(held.weight * power(0.5, (now.week - held.week) * 7 / 90.0)) filter (where out = 0), 0) as back
      from held cross join now join trace_identity identity on identity.number = held.other and identity.state = 'matched'
      where identity.person_id <> ${person} group by identity.person_id
    )
    select person_id, times::int8 as times,
           (ln(1 + there + back) * (0.5 + least(there, back) / nullif(there + back, 0)))::float8 as strength
    from summed where there + back > 0 order by strength desc, person_id limit ${limit}`.execute(db)
  return rows
}

export async function aliasesOf(db: Reader, person: string) {
  return db
    .selectFrom('traceIdentity')
    .select(['sourceId', 'alias'])
    .where('personId', '=', person)
    .orderBy('alias')
    .limit(200)
    .execute()
}
