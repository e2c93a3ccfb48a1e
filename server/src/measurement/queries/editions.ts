import { sql } from 'kysely'
import { type Database, poolOf, type Reader, type Writer } from '#platform/database.ts'
import type { Edition } from '../editions/edition.ts'

/** What was published of some communities, or of the organization (null). */
export async function editionsOf(db: Reader, community: string | null, quarters: number): Promise<Edition[]> {
  const { rows } = await sql<Edition>`
    select community_id, quarter, upto, figures, null as producer from indicator_edition
    where community_id is not distinct from ${community} order by quarter desc limit ${quarters}`.execute(db)
  return rows.toReversed()
}

/** What was published last of each of some communities, as far as it still may change. */
export async function editionsOfAll(db: Reader, communities: readonly string[], since: string): Promise<Edition[]> {
  const { rows } = await sql<Edition>`
    select community_id, quarter, upto, figures, producer from indicator_edition
    where community_id = any(${communities}::uuid[]) and quarter >= ${since}::date order by community_id, quarter`.execute(
    db,
  )
  return rows
}

export async function saveEditions(tx: Writer, editions: readonly Edition[]): Promise<void> {
  if (editions.length === 0) return
  const rows = editions.map(({ communityId, quarter, upto, figures, producer }) => ({
    community_id: communityId,
    quarter,
    upto,
    figures,
    producer,
  }))
  await sql`
    insert into indicator_edition (community_id, quarter, upto, figures, producer)
    select community_id, quarter, upto, figures, producer
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as added (community_id uuid, quarter date, upto timestamptz, figures jsonb, producer jsonb)
    on conflict (community_id, quarter) do update
      set upto = excluded.upto, figures = excluded.figures, producer = excluded.producer, at = now()`.execute(tx)
}

/** Communities whose figures may be part of the organization's: private ones are nobody else's. */
export async function openlyKnown(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from community where visibility <> 'private' order by id`.execute(db)
  return rows.map(({ id }) => id)
}

export interface ProducerRow {
  communityId: string
  producer: { inputs: number[]; outputs: number[] }
}

/** Quarters that are over and whose communities were not yet held against one another. */
export async function unheldQuarters(db: Reader, now: Date): Promise<string[]> {
  const { rows } = await sql<{ quarter: string }>`
    select quarter from indicator_edition
    where community_id is null and quarter + interval '3 months' <= ${now} and not figures ? 'efficiency'
    order by quarter`.execute(db)
  return rows.map(({ quarter }) => quarter)
}

export async function producersIn(db: Reader, quarter: string): Promise<ProducerRow[]> {
  const { rows } = await sql<ProducerRow>`
    select community_id, producer from indicator_edition
    where quarter = ${quarter}::date and community_id is not null and jsonb_typeof(producer) = 'object'
    order by community_id`.execute(db)
  return rows
}

/** Adds one figure to what was published of a quarter. */
export const addFigures = (
  tx: Writer,
  quarter: string,
  name: string,
  figures: readonly { communityId: string | null; figure: object }[],
) =>
  sql`
  update indicator_edition held
  set figures = held.figures || jsonb_build_object(${name}::text, added.figure)
  from jsonb_to_recordset(${JSON.stringify(figures.map(({ communityId, figure }) => ({ community_id: communityId, figure })))}::jsonb)
    as added (community_id uuid, figure jsonb)
  where held.quarter = ${quarter}::date and held.community_id is not distinct from added.community_id`.execute(tx)

/** One process reckons at a time: whether it is this one, until `release`. */
export async function holdReckoning(db: Database): Promise<{ mine: boolean; release(): Promise<void> }> {
  const client = await poolOf(db).connect()
  const { rows } = await client.query<{ mine: boolean }>(`select pg_try_advisory_lock(hashtext('indicators')) as mine`)
  return {
    mine: rows[0]!.mine,
    async release() {
      await client.query(`select pg_advisory_unlock(hashtext('indicators'))`)
      client.release()
    },
  }
}
