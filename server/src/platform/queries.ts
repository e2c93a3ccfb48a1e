import { sql } from 'kysely'
import type { Database, Reader, Writer } from './database.ts'

/** One request's hold on a key. */
export interface Claim {
  personId: string
  key: string
  claim: string
}

/** Without a sign of life for so long, a claim is nobody's. */
const patience = sql`interval '10 seconds'`

/** Takes the key for a request; tells whether it was free, or held by one that died before it wrote anything. */
export async function claimKey(db: Database, claim: Claim, request: Buffer): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('idempotency')
    .values({ ...claim, request })
    .onConflict((conflict) =>
      conflict
        .columns(['personId', 'key'])
        .doUpdateSet({ claim: claim.claim, aliveAt: sql<Date>`now()` })
        .where('idempotency.request', '=', request)
        .where('idempotency.status', 'is', null)
        .where('idempotency.committed', '=', false)
        .where('idempotency.aliveAt', '<', sql<Date>`now() - ${patience}`),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const earlierRequest = (db: Database, { personId, key }: Claim) =>
  db
    .selectFrom('idempotency')
    .select(['request', 'status', 'reply', 'committed', sql<boolean>`alive_at < now() - ${patience}`.as('dead')])
    .where('personId', '=', personId)
    .where('key', '=', key)
    .executeTakeFirst()

const held = (db: Reader, { personId, key, claim }: Claim) =>
  db.updateTable('idempotency').where('personId', '=', personId).where('key', '=', key).where('claim', '=', claim)

export const signOfLife = (db: Database, claim: Claim) =>
  held(db, claim)
    .set({ aliveAt: sql<Date>`now()` })
    .execute()

/** In the transaction of the write: tells whether the claim still holds, and from then on nobody takes it. */
export async function confirmClaim(tx: Writer, claim: Claim): Promise<boolean> {
  const { numUpdatedRows } = await held(tx, claim).set({ committed: true }).executeTakeFirst()
  return numUpdatedRows === 1n
}

export const keepReply = (db: Database, claim: Claim, status: number, reply: string | null) =>
  held(db, claim).set({ status, reply }).execute()

export const forgetKey = (db: Database, { personId, key, claim }: Claim) =>
  db
    .deleteFrom('idempotency')
    .where('personId', '=', personId)
    .where('key', '=', key)
    .where('claim', '=', claim)
    .where('status', 'is', null)
    .execute()

export const forgetOldKeys = (db: Database) =>
  db
    .deleteFrom('idempotency')
    .where('createdAt', '<', sql<Date>`now() - interval '1 day'`)
    .execute()

/** Answers that somebody was given, and those given to others in which these words stand. */
export const forgetReplies = (tx: Writer, person: string, pattern: string) =>
  sql`delete from idempotency where person_id = ${person} or reply ~* ${pattern}`.execute(tx)

/** Whether the database answers. */
export async function databaseAnswers(db: Database): Promise<boolean> {
  return sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
}
