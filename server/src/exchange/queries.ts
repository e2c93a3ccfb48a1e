import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'

/** Whether there is a unit or a community already: whoever loads an example over that would mix two organizations. */
export async function hasBegun(db: Reader): Promise<boolean> {
  const { rows } = await sql<{ begun: boolean }>`
    select exists (select from unit) or exists (select from community) as begun`.execute(db)
  return rows[0]!.begun
}

export const knownAs = (db: Reader, emails: string[]) =>
  db.selectFrom('person').select(['id', 'email']).where('email', 'in', emails).execute()
