import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'

export interface OwnSource {
  id: string
  retentionDays: number
}

/** Sources of Mortar's own activity that are open, and were told of where that is their mode. */
export async function ownSources(db: Reader, minutes: number): Promise<OwnSource[]> {
  const { rows } = await sql<OwnSource>`
    select id, retention_days from trace_source source
    where kind = 'mortar' and closed_at is null and (mode = 'opt_in' or announced_at is not null)
      and not exists (select from trace_import held where held.source_id = source.id and held.state = 'done'
        and held.beat_at > now() - make_interval(mins => ${minutes}))
    order by created_at`.execute(db)
  return rows
}

/** The import that the counts of activity belong to; there is one, which goes on for ever. */
export async function importOf(tx: Writer, source: string): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    select number from trace_import where source_id = ${source} and state = 'done' order by number limit 1`.execute(tx)
  if (rows[0]) return rows[0].number
  const { rows: made } = await sql<{ number: number }>`
    insert into trace_import (source_id, state) values (${source}, 'done') returning number`.execute(tx)
  return made[0]!.number
}

/** Waits for whoever is choosing, and lets them wait until this is written. False when it was closed meanwhile. */
export async function holdOpen(tx: Writer, source: string): Promise<boolean> {
  const { rows } = await sql`select from trace_source where id = ${source} and closed_at is null for update`.execute(tx)
  return rows.length === 1
}

export const readUpToNow = (db: Reader, source: string) =>
  sql`update trace_import set beat_at = now(), finished_at = now() where source_id = ${source} and state = 'done'`.execute(
    db,
  )

/** When activity was read last. */
export async function lastReadOf(db: Reader, source: string): Promise<Date | null> {
  const { rows } = await sql<{ at: Date }>`
    select beat_at as at from trace_import where source_id = ${source} and beat_at is not null
    order by number limit 1`.execute(db)
  return rows[0]?.at ?? null
}

/** Every week in which anything happened, for one who reads all at once. */
export async function weeksOfActivity(tx: Writer, from: Date): Promise<number[]> {
  const { rows } = await sql<{ week: number }>`
    select distinct floor((extract(epoch from at) / 86400 - 4) / 7)::int as week from activity
    where at >= ${from} order by 1`.execute(tx)
  return rows.map(({ week }) => week)
}
