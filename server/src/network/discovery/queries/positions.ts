import type { PositionShown } from '@mortar/contract/network-discovery'
import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'

interface Reach {
  people: number | null
  cutOff: number | null
}

export interface StoredPosition {
  unit: string | null
  units: (Reach & { unit: string })[]
  between: (Reach & { from: string; into: string })[]
  outside: number
  alone: number | null
  roles: { role: 'coordinator' | 'consultant' | 'broker' | 'liaison'; pairs: number }[]
}

export interface PositionRow {
  personId: string
  position: StoredPosition
}

/** Own positions are of the latest run only. */
export const forgetPositions = (tx: Writer) => tx.deleteFrom('ownPosition').execute()

const batch = 5000

export async function savePositions(tx: Writer, runId: string, rows: Iterable<PositionRow>): Promise<void> {
  let some: PositionRow[] = []
  const write = async () => {
    const json = JSON.stringify(some)
    some = []
    await sql`insert into own_position (run_id, person_id, position)
      select ${runId}, told."personId", told.position
      from json_to_recordset(${json}::json) as told ("personId" uuid, position jsonb)`.execute(tx)
  }
  for (const row of rows) if (some.push(row) === batch) await write()
  await write()
}

/** How somebody stands by a run: asked for by nobody but themselves. */
export async function positionOf(db: Reader, personId: string, run: string): Promise<StoredPosition | undefined> {
  const row = await db
    .selectFrom('ownPosition')
    .select('position')
    .where('runId', '=', run)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return row?.position as unknown as StoredPosition | undefined
}

export async function shownTo(db: Reader, personId: string): Promise<PositionShown> {
  const row = await db
    .selectFrom('positionSharing')
    .select('shownTo')
    .where('personId', '=', personId)
    .executeTakeFirst()
  return (row?.shownTo as PositionShown | undefined) ?? 'nobody'
}

/** Keeps whom somebody lets see it; false when it was so already. */
export async function saveShown(tx: Writer, personId: string, shown: PositionShown): Promise<boolean> {
  const { numAffectedRows } =
    shown === 'nobody'
      ? await sql`delete from position_sharing where person_id = ${personId}`.execute(tx)
      : await sql`insert into position_sharing (person_id, shown_to) values (${personId}, ${shown})
          on conflict (person_id) do update set shown_to = excluded.shown_to, at = now()
          where position_sharing.shown_to <> excluded.shown_to`.execute(tx)
  return numAffectedRows === 1n
}

export interface ConnectorRow {
  personId: string
  position: StoredPosition
}

/**
 * Who lets somebody see which units they connect, by name: nobody who has left, nobody who said since the run that their
 * traces are not to be used.
 */
export async function connectorsFor(db: Reader, { id, office }: { id: string; office: boolean }, run: string) {
  const { rows } = await sql<ConnectorRow>`
    select own.person_id, own.position from own_position own
    join discovery_run run on run.id = own.run_id
    join position_sharing sharing on sharing.person_id = own.person_id
    join person on person.id = own.person_id
    where own.run_id = ${run} and own.person_id <> ${id} and (sharing.shown_to = 'everybody' or ${office})
      and person.erased_at is null and (person.left_on is null or person.left_on > current_date)
      and not exists (
        select from trace_choice choice
        where choice.person_id = own.person_id and not choice.agreed and choice.at > run.at)
    order by person.name, person.id limit 200`.execute(db)
  return rows
}
