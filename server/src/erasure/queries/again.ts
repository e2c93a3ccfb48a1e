import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'

export interface Carried {
  person: string
  at: Date
  words: 'stay' | 'go'
  marks: Buffer[]
}

/** All erasures that were carried out, with their marks. */
export async function carriedOut(db: Reader): Promise<Carried[]> {
  const { rows } = await sql<Carried>`
    select person_id as person, max(ended_at) as at, (array_agg(words order by ended_at desc))[1] as words,
      array(select mark from erasure_mark where erasure_mark.person_id = erasure.person_id order by mark) as marks
    from erasure where state = 'done' group by person_id order by 2, 1`.execute(db)
  return rows
}

/** Of these people, those who are here as if they had not been erased. */
export async function backAmong(db: Reader, people: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from person where id = any(${people}::uuid[]) and erased_at is null order by id`.execute(db)
  return rows.map(({ id }) => id)
}

/** An erasure that was carried out before and is carried out again: due since then. */
export async function saveAgain(tx: Writer, person: string, at: Date): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into erasure (person_id, state, decided_at, due_at) values (${person}, 'waiting', ${at}, ${at})
    on conflict (person_id) where state in ('asked', 'waiting') do update set
      state = 'waiting', decided_at = coalesce(erasure.decided_at, excluded.decided_at), due_at = excluded.due_at
    returning id`.execute(tx)
  return rows[0]!.id
}
