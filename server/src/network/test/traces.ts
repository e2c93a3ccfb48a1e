import { sql } from 'kysely'
import type { Database } from '#platform/database.ts'
import { weekOf } from '../week.ts'

/** Ties between people as if they had been imported, for tests of what is made of them. */
export async function giveTies(
  db: Database,
  source: string,
  ties: readonly (readonly [from: string, to: string, times?: number])[],
  at: Date = new Date(),
): Promise<number> {
  const people = [...new Set(ties.flatMap(([from, to]) => [from, to]))]
  const { rows } = await sql<{ number: number }>`
    insert into trace_import (source_id, state) values (${source}, 'done') returning number`.execute(db)
  const number = rows[0]!.number
  await sql`insert into trace_identity (source_id, alias, state, person_id)
    select ${source}, id::text, 'matched', id from unnest(${people}::uuid[]) id
    on conflict do nothing`.execute(db)
  for (const [from, to, times = 1] of ties)
    await sql`insert into tie_week (import_no, week, from_no, to_no, times, weight)
      select ${number}, ${weekOf(at)}, one.number, other.number, ${times}, ${times}
      from trace_identity one, trace_identity other
      where one.source_id = ${source} and one.person_id = ${from}
        and other.source_id = ${source} and other.person_id = ${to}`.execute(db)
  return number
}

export const countTies = async (db: Database): Promise<number> =>
  (await sql<{ n: number }>`select count(*) as n from tie_week`.execute(db)).rows[0]!.n
