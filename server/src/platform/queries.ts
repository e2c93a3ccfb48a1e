import { sql } from 'kysely'
import type { Database } from './database.ts'

/** Takes the key for this person; tells whether it was free. */
export async function claimKey(db: Database, personId: string, key: string, request: Buffer): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('idempotency')
    .values({ personId, key, request })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const replyFor = (db: Database, personId: string, key: string) =>
  db
    .selectFrom('idempotency')
    .select(['request', 'status', 'reply'])
    .where('personId', '=', personId)
    .where('key', '=', key)
    .executeTakeFirst()

export const keepReply = (db: Database, personId: string, key: string, status: number, reply: string | null) =>
  db.updateTable('idempotency').set({ status, reply }).where('personId', '=', personId).where('key', '=', key).execute()

export const forgetKey = (db: Database, personId: string, key: string) =>
  db
    .deleteFrom('idempotency')
    .where('personId', '=', personId)
    .where('key', '=', key)
    .where('status', 'is', null)
    .execute()

export const forgetOldKeys = (db: Database) =>
  db
    .deleteFrom('idempotency')
    .where('createdAt', '<', sql<Date>`now() - interval '1 day'`)
    .execute()

/** Whether the database answers. */
export async function databaseAnswers(db: Database): Promise<boolean> {
  return sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
}
