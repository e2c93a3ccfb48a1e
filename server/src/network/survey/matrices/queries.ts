import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'

export interface Known {
  alias: string
  /** Null while only looked at. */
  number: number | null
  state: 'matched' | 'unknown'
  /** Whether the source may keep what concerns them. */
  kept: boolean
}

/** Whom ids of a survey stand for: people with this id of the organization's own or this e-mail address. */
const peopleBy = (source: string, aliases: string[]) => sql`
  with given as (select distinct unnest(${aliases}::text[]) as alias),
  found as (
    select given.alias, (array_agg(person.id))[1] as person_id from given
    join person on (lower(person.key) = given.alias or person.email = given.alias)
      and person.erased_at is null and person.origin = 'organization'
    group by given.alias having count(*) = 1
  ),
  known as (
    select given.alias, identity.number, coalesce(identity.person_id, found.person_id) as person_id
    from given left join found using (alias)
    left join trace_identity identity on identity.source_id = ${source} and identity.alias = given.alias
  )
  select known.alias, known.number, known.person_id,
         known.person_id is not null and coalesce((
           select agreed from trace_choice choice
           where choice.source_id = ${source} and choice.person_id = known.person_id order by at desc limit 1),
           (select mode = 'announced' from trace_source where id = ${source})) as kept
  from known order by known.alias`

export async function whoIs(db: Reader, source: string, aliases: string[]): Promise<Known[]> {
  const { rows } = await sql<Omit<Known, 'state'> & { personId: string | null }>`${peopleBy(source, aliases)}`.execute(
    db,
  )
  return rows.map(({ personId, ...row }) => ({ ...row, state: personId ? 'matched' : 'unknown' }))
}

/** Remembers them as addresses of the source; returns their numbers. */
export async function rememberWho(tx: Writer, source: string, aliases: string[]): Promise<Known[]> {
  await sql`
    insert into trace_identity (source_id, alias, state, person_id)
    select ${source}, alias, case when person_id is null then 'unknown' else 'matched' end, person_id
    from (${peopleBy(source, aliases)}) found where number is null
    on conflict (source_id, alias) do nothing`.execute(tx)
  return whoIs(tx, source, aliases)
}

export interface TieRow {
  channel: number
  from: number
  to: number
  weight: number
}

/** One count for each tie: its strength, as the survey gave it. */
export async function saveMatrixTies(tx: Writer, importNumber: number, week: number, rows: TieRow[]): Promise<void> {
  const of = (part: keyof TieRow) => rows.map((row) => row[part])
  await sql`
    insert into tie_week (import_no, week, channel, from_no, to_no, times, weight)
    select ${importNumber}::int, ${week}::smallint, channel, from_no, to_no, greatest(1, round(weight))::int, weight
    from unnest(${of('channel')}::smallint[], ${of('from')}::int[], ${of('to')}::int[], ${of('weight')}::real[])
      as tie (channel, from_no, to_no, weight)`.execute(tx)
}

export const saveRelations = (tx: Writer, source: string, channels: string[]) =>
  sql`update trace_source set channels = ${channels}::text[] where id = ${source}`.execute(tx)

/** Whether a source is that of a survey asked here: matrices do not belong there. */
export async function isAskedHere(db: Reader, source: string): Promise<boolean> {
  const { rows } = await sql`select from survey where source_id = ${source}`.execute(db)
  return rows.length > 0
}
