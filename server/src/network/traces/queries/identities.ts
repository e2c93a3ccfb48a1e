import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'

export interface IdentityRow {
  number: number
  alias: string
  label: string
  state: 'matched' | 'doubtful' | 'unknown' | 'no_person'
  personId: string | null
  candidates: string[]
  decidedAt: Date | null
}

type Asked = IdentityRow['state'] | 'decided'
const columns = sql`number, alias, label, state, person_id, candidates, decided_at`

/** Who answered a survey, or was named in it, is in its source: nobody looks there. */
const lookedAt = (source: string) => sql`not exists (select from survey where survey.source_id = ${source})`

export async function identitiesAfter(
  db: Reader,
  source: string,
  state: Asked,
  after: number,
  limit: number,
): Promise<IdentityRow[]> {
  const which = state === 'decided' ? sql`decided_at is not null` : sql`state = ${state} and decided_at is null`
  const { rows } = await sql<IdentityRow>`
    select ${columns} from trace_identity
    where source_id = ${source} and ${which} and number > ${after} and ${lookedAt(source)} order by number limit ${limit + 1}`.execute(
    db,
  )
  return rows
}

export async function findIdentity(db: Reader, source: string, number: number): Promise<IdentityRow | undefined> {
  const { rows } = await sql<IdentityRow>`
    select ${columns} from trace_identity where source_id = ${source} and number = ${number} and ${lookedAt(source)}`.execute(
    db,
  )
  return rows[0]
}

export async function countDoubtful(db: Reader, source: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from trace_identity where source_id = ${source} and state = 'doubtful'`.execute(db)
  return rows[0]!.n
}

export const decide = (tx: Writer, number: number, person: string | null, by: string) =>
  sql`update trace_identity set state = ${person === null ? 'no_person' : 'matched'}, person_id = ${person},
        decided_by = ${by}, decided_at = now()
      where number = ${number}`.execute(tx)

/** As it was found: whoever it was taken for, or in doubt between them, or unknown. */
export const undecide = (tx: Writer, number: number) =>
  sql`update trace_identity set state = case when cardinality(candidates) > 0 then 'doubtful' else 'unknown' end,
        person_id = null, decided_by = null, decided_at = null
      where number = ${number}`.execute(tx)

/** Takes out what one address holds. */
export async function removeTracesBy(tx: Writer, number: number): Promise<void> {
  await sql`delete from tie_week where from_no = ${number} or to_no = ${number}`.execute(tx)
  await sql`delete from artefact_week where person_no = ${number}`.execute(tx)
}

export async function isPerson(db: Reader, id: string): Promise<boolean> {
  const { rows } =
    await sql`select from person where id = ${id} and erased_at is null and origin = 'organization'`.execute(db)
  return rows.length > 0
}
