import type { Outcome } from '@mortar/contract/inquiry'
import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import type { InquiryText } from './inquiries.ts'

/** Writes the next version of an inquiry only over the one it was written from; tells whether it did. */
export async function keepInquiryWording(tx: Writer, id: string, base: number, text: InquiryText): Promise<boolean> {
  await sql`
    insert into wording (subject_id, version, title, body, by_id, at)
    select id, version, title, body, asked_by, coalesce(edited_at, asked_at) from inquiry
    where id = ${id} and version = ${base}
    on conflict do nothing`.execute(tx)
  const { numUpdatedRows } = await tx
    .updateTable('inquiry')
    .set({ ...text, version: base + 1, editedAt: sql`now()` })
    .where('id', '=', id)
    .where('version', '=', base)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The same for a contribution. */
export async function keepContributionWording(
  tx: Writer,
  id: string,
  base: number,
  text: { body: string; html: string; outcome: Outcome | null },
): Promise<boolean> {
  await sql`
    insert into wording (subject_id, version, body, outcome, by_id, at)
    select id, version, body, outcome, by_id, coalesce(edited_at, at) from contribution
    where id = ${id} and version = ${base}
    on conflict do nothing`.execute(tx)
  const { numUpdatedRows } = await tx
    .updateTable('contribution')
    .set({ ...text, version: base + 1, editedAt: sql`now()` })
    .where('id', '=', id)
    .where('version', '=', base)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export interface WordingRow {
  version: number
  title: string | null
  body: string
  outcome: Outcome | null
  byId: string | null
  at: Date
}

/** Every version of an inquiry, the present one last. */
export async function inquiryWordings(db: Reader, id: string): Promise<WordingRow[]> {
  const { rows } = await sql<WordingRow>`
    select version, title, body, outcome, by_id, at from wording where subject_id = ${id}
    union all
    select version, title, body, null, asked_by, coalesce(edited_at, asked_at) from inquiry where id = ${id}
    order by version`.execute(db)
  return rows
}

export async function contributionWordings(db: Reader, id: string): Promise<WordingRow[]> {
  const { rows } = await sql<WordingRow>`
    select version, title, body, outcome, by_id, at from wording where subject_id = ${id}
    union all
    select version, null, body, outcome, by_id, coalesce(edited_at, at) from contribution where id = ${id}
    order by version`.execute(db)
  return rows
}
