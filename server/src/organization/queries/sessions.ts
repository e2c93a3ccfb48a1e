import { sql } from 'kysely'
import type { Database, Reader, Writer } from '#platform/database.ts'

export const accountOf = (db: Reader, personId: string) =>
  db.selectFrom('account').select(['id', 'email']).where('personId', '=', personId).executeTakeFirst()

/** Whether the person of an account still works here. */
export async function mayComeIn(db: Reader, accountId: string): Promise<boolean> {
  const { rows } = await sql`
    select from account join person on person.id = account.person_id
    where account.id = ${accountId} and (person.left_on is null or person.left_on > current_date)
      and person.erased_at is null`.execute(db)
  return rows.length > 0
}

export const sessionsOf = (db: Reader, personId: string) =>
  db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.accountId')
    .select(['session.id', 'ipAddress', 'userAgent', 'session.createdAt', 'session.updatedAt'])
    .where('account.personId', '=', personId)
    .where('session.expiresAt', '>', sql<Date>`now()`)
    .orderBy('session.updatedAt', 'desc')
    .execute()

/** Ends one session of a person, or all but the one they act in; tells how many ended. */
export async function endSessions(
  db: Database | Writer,
  personId: string,
  which: { only: string } | { except: string | null },
) {
  const query = db
    .deleteFrom('session')
    .where('accountId', 'in', (from) => from.selectFrom('account').select('id').where('personId', '=', personId))
  const { numDeletedRows } = await (
    'only' in which
      ? query.where('id', '=', which.only)
      : query.where((row) => row.not(row('id', '=', which.except ?? '00000000-0000-0000-0000-000000000000')))
  ).executeTakeFirst()
  return Number(numDeletedRows)
}

/** Gives a session its full time again, at most once a day; tells whether it did. */
export async function renewSession(db: Database, id: string, days: number): Promise<string | undefined> {
  const { rows } = await sql<{ token: string }>`
    update session set expires_at = now() + ${days} * interval '1 day', updated_at = now()
    where id = ${id} and updated_at < now() - interval '1 day'
    returning token`.execute(db)
  return rows[0]?.token
}

export const passkeysOf = (db: Reader, accountId: string) =>
  db
    .selectFrom('passkey')
    .select(['id', 'name', 'createdAt'])
    .where('accountId', '=', accountId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()

/** Two changes of the ways in at once follow each other: one must be left. */
export const holdAccount = (tx: Writer, id: string) =>
  tx.selectFrom('account').select('id').where('id', '=', id).forUpdate().execute()

/** Removes a passkey of an account; tells whether it was there. */
export async function deletePasskey(tx: Writer, accountId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('passkey')
    .where('accountId', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** The stored password of an account. Locks it, so that two changes at once follow each other. */
export const passwordOf = (tx: Writer, accountId: string) =>
  tx
    .selectFrom('credential')
    .select('password')
    .where('accountId', '=', accountId)
    .where('providerId', '=', 'credential')
    .forUpdate()
    .executeTakeFirst()

export const hasPassword = async (db: Reader, accountId: string): Promise<boolean> =>
  (await db
    .selectFrom('credential')
    .select('id')
    .where('accountId', '=', accountId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()) !== undefined

export const savePassword = (tx: Writer, accountId: string, password: string) =>
  tx
    .insertInto('credential')
    .values({ accountId, accountKey: accountId, providerId: 'credential', password })
    .onConflict((conflict) =>
      conflict.columns(['providerId', 'accountKey']).doUpdateSet({ password, updatedAt: sql<Date>`now()` }),
    )
    .execute()

/** Counts an attempt within a window of time; tells how many there were and when the window ends. */
export async function countAttempt(db: Database, key: string, windowSeconds: number) {
  const { rows } = await sql<{ count: number; secondsLeft: number }>`
    insert into sign_in_rate as rate (key, count, last_request)
    values (${key}, 1, (extract(epoch from clock_timestamp()) * 1000)::bigint)
    on conflict (key) do update set
      count = case when rate.last_request > excluded.last_request - ${windowSeconds * 1000}::bigint then rate.count + 1 else 1 end,
      last_request = case when rate.last_request > excluded.last_request - ${windowSeconds * 1000}::bigint then rate.last_request else excluded.last_request end
    returning count, ceil((last_request + ${windowSeconds * 1000}::bigint - extract(epoch from clock_timestamp()) * 1000) / 1000)::int as seconds_left`.execute(
    db,
  )
  return rows[0]!
}

/** An attempt that succeeded does not count. */
export const forgiveAttempt = (db: Database, keys: string[]) =>
  db
    .updateTable('signInRate')
    .set({ count: sql<number>`greatest(count - 1, 0)` })
    .where('key', 'in', keys)
    .execute()

/** What nobody can use any more. */
export async function forgetOldSignIns(db: Database): Promise<void> {
  await sql`delete from sign_in_rate where last_request < (extract(epoch from now() - interval '1 day') * 1000)::bigint`.execute(
    db,
  )
  await sql`delete from session where expires_at < now() - interval '1 day'`.execute(db)
  await sql`delete from verification where expires_at < now() - interval '1 day'`.execute(db)
}
