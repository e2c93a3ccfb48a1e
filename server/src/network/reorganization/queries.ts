import type { ReorganizationSettings } from '@mortar/contract/network-reorganization'
import { sql } from 'kysely'
import type { Database, Reader, Writer } from '#platform/database.ts'
import { mayDiffer } from '#platform/few.ts'
import { chartOf } from '../constellation/queries/units.ts'
import type { Charts, Reorganization, StoredOutcome } from './reorganization.ts'

const columns = sql`id, by_id, at, settings, state, outcome, failure`

export async function findReorganization(db: Reader, id: string): Promise<Reorganization | undefined> {
  const { rows } = await sql<Reorganization>`select ${columns} from reorganization where id = ${id}`.execute(db)
  return rows[0]
}

export async function latestReorganizations(db: Reader): Promise<Reorganization[]> {
  const { rows } = await sql<Reorganization>`
    select ${columns} from reorganization order by at desc, id desc limit 50`.execute(db)
  return rows
}

export async function saveReorganization(
  tx: Writer,
  byId: string,
  settings: ReorganizationSettings & { planned: string | null },
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into reorganization (by_id, settings) values (${byId}, ${JSON.stringify(settings)}::jsonb)
    returning id`.execute(tx)
  return rows[0]!.id
}

/** Takes up the oldest that waits, or whose process has died. */
export async function takeUpReorganization(tx: Writer): Promise<string | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext('reorganization'))`.execute(tx)
  const { rows } = await sql<{ id: string }>`
    update reorganization set state = 'running', beat_at = now()
    where id = (
      select id from reorganization
      where state = 'waiting' or (state = 'running' and beat_at <= now() - interval '20 seconds')
      order by at, id limit 1)
    returning id`.execute(tx)
  return rows[0]?.id
}

export async function beatReorganization(db: Database, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update reorganization set beat_at = now() where id = ${id} and state = 'running'`.execute(db)
  return numAffectedRows === 1n
}

export const failReorganization = (db: Database, id: string, failure: NonNullable<Reorganization['failure']>) =>
  sql`update reorganization
    set state = 'failed', failure = ${JSON.stringify(failure)}::jsonb, finished_at = now()
    where id = ${id} and state = 'running'`.execute(db)

/** Keeps the figures, and beside them, for nobody to see, the charts that they come from. */
export const finishReorganization = (tx: Writer, id: string, outcome: StoredOutcome, charts: Charts) =>
  sql`update reorganization
    set state = 'done', outcome = ${JSON.stringify(outcome)}::jsonb, progress = ${JSON.stringify(charts)}::jsonb,
        finished_at = now()
    where id = ${id} and state = 'running'`.execute(tx)

/** Whether one of these charts differs in one to four people from one whose figures were published. */
export async function isNearAnother(tx: Writer, charts: Charts): Promise<boolean> {
  const earlier = await sql<{ id: string }>`
    select id from reorganization
    where state = 'done' and not (outcome->>'near')::boolean order by at desc`.execute(tx)
  for (const { id } of earlier.rows)
    for (const chart of charts)
      for (const side of [0, 1]) {
        const { rows } = await sql<{ apart: number }>`
          select count(*)::int as apart
          from jsonb_each_text(${JSON.stringify(chart)}::jsonb) one
          full join (
            select held.key, held.value from reorganization, jsonb_each_text(progress -> ${side}::int) held
            where id = ${id}
          ) other using (key)
          where one.value is distinct from other.value`.execute(tx)
        if (!mayDiffer(rows[0]!.apart)) return true
      }
  return false
}

export interface ChartRow {
  id: string
  name: string
  parentId: string | null
}

export async function chartOn(db: Reader, day: string): Promise<ChartRow[]> {
  const { rows } = await sql<ChartRow>`with ${chartOf(day)} select id, name, parent_id from chart order by id`.execute(
    db,
  )
  return rows
}

/** Communities that live and whose members everybody may see by name. */
export async function openMembers(db: Reader): Promise<{ id: string; personId: string }[]> {
  const { rows } = await sql<{ id: string; personId: string }>`
    select community.id, membership.person_id from membership
    join community on community.id = membership.community_id
    where community.closed_at is null and community.visibility <> 'private'
    order by community.name, community.id`.execute(db)
  return rows
}

/** What the latest search found and may be described. */
export async function describedMembers(db: Reader): Promise<{ id: string; personId: string }[]> {
  const { rows } = await sql<{ id: string; personId: string }>`
    select found.id, held.person_id from found_community found
    join found_person held on held.found_id = found.id
    where found.described and found.run_id = (
      select id from discovery_run where state = 'done' order by at desc, id desc limit 1)
    order by found.number`.execute(db)
  return rows
}
