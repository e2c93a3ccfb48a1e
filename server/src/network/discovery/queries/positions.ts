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
  position: StoredPosition | null
  contacts: string[]
  strengths: number[]
}

/** Own positions are of the latest run only. */
export const forgetPositions = (tx: Writer) => tx.deleteFrom('ownPosition').execute()

const batch = 5000

export async function savePositions(tx: Writer, runId: string, rows: Iterable<PositionRow>): Promise<void> {
  let some: PositionRow[] = []
  const write = async () => {
    const json = JSON.stringify(some)
    some = []
    await sql`insert into own_position (run_id, person_id, position, contacts, strengths)
      select ${runId}, told."personId", told.position, told.contacts, told.strengths
      from json_to_recordset(${json}::json)
        as told ("personId" uuid, position jsonb, contacts uuid[], strengths real[])`.execute(tx)
  }
  for (const row of rows) if (some.push(row) === batch) await write()
  await write()
}

/** How somebody stands by a run: asked for by nobody but themselves, or by whom they let see it. */
export async function positionOf(db: Reader, personId: string, run: string): Promise<StoredPosition | undefined> {
  const row = await db
    .selectFrom('ownPosition')
    .select('position')
    .where('runId', '=', run)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return (row?.position as unknown as StoredPosition | null) ?? undefined
}

export interface Contact {
  personId: string
  strength: number
}

/**
 * Somebody's own ties in a run, for themselves. Nobody of whom it was said since then that their traces are not to be used,
 * nobody who has left; and nothing when it was themselves who said so.
 */
export async function contactsOf(db: Reader, personId: string, run: string): Promise<Contact[]> {
  const { rows } = await sql<Contact>`
    with withdrawn as (
      select distinct choice.person_id from trace_choice choice join discovery_run run on run.id = ${run}
      where not choice.agreed and choice.at > run.at
    )
    select person.id as person_id, held.strength
    from own_position own
    cross join lateral unnest(own.contacts, own.strengths) as held (person_id, strength)
    join person on person.id = held.person_id
    where own.run_id = ${run} and own.person_id = ${personId}
      and person.erased_at is null and (person.left_on is null or person.left_on > current_date)
      and not exists (select from withdrawn where withdrawn.person_id in (person.id, own.person_id))
    order by held.strength desc, person.id`.execute(db)
  return rows
}
