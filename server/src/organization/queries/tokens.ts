import { sql } from 'kysely'
import type { Database, Reader, Writer } from '#platform/database.ts'

export type TokenScope = 'read' | 'write' | 'office'

/** The tokens of a person that still work. */
export const tokensOf = (db: Reader, personId: string) =>
  db
    .selectFrom('personalToken')
    .select(['id', 'name', 'scopes', 'madeAt', 'expiresAt', 'usedAt'])
    .where('personId', '=', personId)
    .where('revokedAt', 'is', null)
    .where((row) => row.or([row('expiresAt', 'is', null), row('expiresAt', '>', sql<Date>`now()`)]))
    .orderBy('madeAt', 'desc')
    .execute()

export const saveToken = (
  tx: Writer,
  row: { personId: string; hash: Buffer; name: string; scopes: TokenScope[]; expiresAt: Date | null },
) => tx.insertInto('personalToken').values(row).returning('id').executeTakeFirstOrThrow()

/** Revokes a token of a person; tells whether it still worked. */
export async function revokeToken(db: Database | Writer, personId: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('personalToken')
    .set({ revokedAt: sql<Date>`now()` })
    .where('personId', '=', personId)
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Keeps when a token was last used, to the hour: a write for each request would cost more than it tells. */
export const markTokenUsed = (db: Database, hash: Buffer) =>
  db
    .updateTable('personalToken')
    .set({ usedAt: sql<Date>`now()` })
    .where('hash', '=', hash)
    .where((row) => row.or([row('usedAt', 'is', null), row('usedAt', '<', sql<Date>`now() - interval '1 hour'`)]))
    .execute()
