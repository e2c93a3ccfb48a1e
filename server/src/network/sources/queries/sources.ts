import { sql } from 'kysely'
import type { Database, Reader, Writer } from '#platform/database.ts'
import type { Said, Source } from '../source.ts'

const columns = [
  'id',
  'name',
  'kind',
  'channel',
  'channels',
  'purpose',
  'legalGround',
  'retentionDays',
  'mode',
  'announcedAt',
  'createdAt',
  'closedAt',
] as const

export async function listSources(db: Reader): Promise<Source[]> {
  const rows = await db.selectFrom('traceSource').select(columns).orderBy('createdAt').orderBy('id').execute()
  return rows as Source[]
}

export async function findSource(db: Reader, id: string): Promise<Source | undefined> {
  const row = await db.selectFrom('traceSource').select(columns).where('id', '=', id).executeTakeFirst()
  return row as Source | undefined
}

export async function sourceCalled(db: Reader, name: string): Promise<Source | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from trace_source where lower(name) = lower(${name}) or id::text = ${name} limit 1`.execute(db)
  return rows[0] && findSource(db, rows[0].id)
}

type Terms = Pick<Source, 'name' | 'purpose' | 'legalGround' | 'retentionDays' | 'mode'>

export const insertSource = (
  tx: Writer,
  row: Terms & Pick<Source, 'kind' | 'channel' | 'channels'> & { createdBy: string | null },
) =>
  tx
    .insertInto('traceSource')
    .values(row)
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst()

/** The open source of Mortar's own activity; of two that register one at once the second waits. */
export async function ownSourceOpen(tx: Writer): Promise<{ name: string } | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext('trace_source mortar'))`.execute(tx)
  return tx
    .selectFrom('traceSource')
    .select('name')
    .where('kind', '=', 'mortar')
    .where('closedAt', 'is', null)
    .executeTakeFirst()
}

export const lockSource = (tx: Writer, id: string) =>
  sql`select from trace_source where id = ${id} for update`.execute(tx)

/** Tells whether the name was free. */
export async function updateSource(tx: Writer, id: string, terms: Terms, silent: boolean): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update trace_source set name = ${terms.name}, purpose = ${terms.purpose}, legal_ground = ${terms.legalGround},
      retention_days = ${terms.retentionDays}, mode = ${terms.mode},
      announced_at = case when ${silent} and ${terms.mode} = 'announced' then announced_at end
    where id = ${id} and not exists (select from trace_source other where other.name = ${terms.name} and other.id <> ${id})`.execute(
    tx,
  )
  return numAffectedRows === 1n
}

export async function announce(tx: Writer, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update trace_source set announced_at = now()
    where id = ${id} and mode = 'announced' and announced_at is null and closed_at is null`.execute(tx)
  return numAffectedRows === 1n
}

export async function close(tx: Writer, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update trace_source set closed_at = now() where id = ${id} and closed_at is null`.execute(tx)
  return numAffectedRows === 1n
}

/** Everybody who works here, to be told of what concerns all. */
export async function everybody(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from person where origin = 'organization' and erased_at is null and (left_on is null or left_on > current_date)
    order by id`.execute(db)
  return rows.map(({ id }) => id)
}

/** What somebody said last about each source. */
export async function choicesOf(db: Reader, person: string): Promise<Map<string, boolean>> {
  const { rows } = await sql<{ sourceId: string; agreed: boolean }>`
    select distinct on (source_id) source_id, agreed from trace_choice
    where person_id = ${person} order by source_id, at desc`.execute(db)
  return new Map(rows.map(({ sourceId, agreed }) => [sourceId, agreed]))
}

export const saidOf = async (db: Reader, source: string, person: string): Promise<Said> => {
  const { rows } = await sql<{ agreed: boolean }>`
    select agreed from trace_choice where source_id = ${source} and person_id = ${person} order by at desc limit 1`.execute(
    db,
  )
  return rows[0]?.agreed
}

/** The clock moves on within a transaction, so that two acts of one are kept apart. */
export const saveChoice = (tx: Writer, source: string, person: string, agreed: boolean) =>
  sql`insert into trace_choice (source_id, person_id, agreed, at) values (${source}, ${person}, ${agreed}, clock_timestamp())`.execute(
    tx,
  )

/** How many people's traces may be kept. */
export async function countIncluded(db: Reader, { id, mode, announcedAt }: Source): Promise<number> {
  if (mode === 'announced' && !announcedAt) return 0
  const { rows } = await sql<{ people: number }>`
    with said as (
      select distinct on (person_id) person_id, agreed from trace_choice where source_id = ${id} order by person_id, at desc
    )
    select count(*) as people from person left join said on said.person_id = person.id
    where origin = 'organization' and erased_at is null and (left_on is null or left_on > current_date)
      and coalesce(said.agreed, ${mode === 'announced'})`.execute(db)
  return rows[0]!.people
}

/**
 * How many people's traces may be kept, as it is told: what was told stays until at least five people have come or gone,
 * so that nobody sees somebody withdraw.
 */
export async function tellIncluded(db: Database, source: Source, fewest: number): Promise<number> {
  const people = await countIncluded(db, source)
  const { rows } = await sql<{ people: number }>`
    with told as (
      update trace_source set people_told = ${people}
      where id = ${source.id} and (abs(people_told - ${people}) >= ${fewest}
        or (coalesce(people_told, 0) < ${fewest} and ${people} >= ${fewest}))
      returning people_told
    )
    select coalesce((select people_told from told), (select people_told from trace_source where id = ${source.id}), 0) as people`.execute(
    db,
  )
  return rows[0]!.people
}

export async function namesOf(db: Reader, ids: string[]): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return []
  return db.selectFrom('traceSource').select(['id', 'name']).where('id', 'in', ids).execute()
}
