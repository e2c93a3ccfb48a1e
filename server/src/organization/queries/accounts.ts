import { type RawBuilder, sql } from 'kysely'
import type { Database, Reader, Writer } from '#platform/database.ts'
import { statement } from '#platform/statement.ts'

export interface ActorRow {
  id: string
  office: boolean
  guest: boolean
  language: string
  timeZone: string
  scopes: ('read' | 'write' | 'office')[] | null
  sessionId: string | null
}

const actorColumns = sql`
  person.id,
  exists (select from knowledge_office office where office.person_id = person.id) as office,
  person.origin = 'guest' as guest,
  coalesce(person.language, (select value #>> '{}' from setting where key = 'language'), 'en') as language,
  coalesce(person.time_zone, (select value #>> '{}' from setting where key = 'timeZone'), 'UTC') as "timeZone"`

const isHere = sql`(person.left_on is null or person.left_on > current_date) and person.erased_at is null`

/** Who a session cookie speaks for; nobody once the session ended or the person left. */
export const bySession = (token: RawBuilder<string>) => sql`
  select ${actorColumns}, null::text[] as scopes, session.id as "sessionId", false as unseen
  from session join account on account.id = session.account_id join person on person.id = account.person_id
  where session.token = ${token} and session.expires_at > now() and ${isHere}`

/** Who a personal token speaks for, with which scopes, and whether it was not seen for an hour. */
export const byToken = (hash: RawBuilder<unknown>) => sql`
  select ${actorColumns}, token.scopes, null::uuid as "sessionId",
         token.used_at is null or token.used_at < now() - interval '1 hour' as unseen
  from personal_token token join person on person.id = token.person_id
  where token.hash = ${hash} and token.revoked_at is null and (token.expires_at is null or token.expires_at > now())
    and ${isHere}`

/** By what somebody makes themselves known. */
export type Credential = { session: string } | { token: Buffer }
export type AskerRow = ActorRow & { unseen: boolean }

const actorBySession = statement<{ session: string }, AskerRow>(({ session }) => sql`${bySession(session)}`)
const actorByToken = statement<{ token: Buffer }, AskerRow>(({ token }) => sql`${byToken(token)}`)

export const actorBy = async (db: Reader, credential: Credential): Promise<AskerRow | undefined> =>
  (await ('session' in credential ? actorBySession(db, credential) : actorByToken(db, credential)))[0]

/** Who the command line speaks for when it names a person. */
export async function actorByEmail(db: Reader, email: string): Promise<ActorRow | undefined> {
  const { rows } = await sql<ActorRow>`
    select ${actorColumns}, null::text[] as scopes, null as "sessionId"
    from person
    where person.email = lower(${email})
      and ${isHere}`.execute(db)
  return rows[0]
}

export const emailOf = (db: Reader, personId: string) =>
  db.selectFrom('person').select(['name', 'email']).where('id', '=', personId).executeTakeFirstOrThrow()

export const ownWordsOf = async (db: Reader, personId: string | null): Promise<string[]> => {
  const { rows } = await sql<{ words: string | null }>`
    select value #>> '{}' as words from setting where key = 'name'
    union all select name from person where id = ${personId}::uuid
    union all select email from person where id = ${personId}::uuid
    union all select unit.name from position join unit on unit.id = position.unit_id
      where position.person_id = ${personId}::uuid and position.to_day is null`.execute(db)
  return rows.flatMap(({ words }) => words ?? [])
}

export const savePerson = (tx: Writer, name: string, email: string) =>
  tx.insertInto('person').values({ name, email }).returning('id').executeTakeFirstOrThrow()

/** Gives an address to who has none; tells whether they had none. */
export async function giveEmail(tx: Writer, personId: string, email: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('person')
    .set({ email })
    .where('id', '=', personId)
    .where('email', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const saveAccount = (tx: Writer, row: { personId: string; name: string; email: string }) =>
  tx
    .insertInto('account')
    .values({ ...row, emailVerified: false })
    .returning('id')
    .executeTakeFirstOrThrow()

export const savePreferences = (
  db: Database,
  personId: string,
  row: { language?: string | null | undefined; timeZone?: string | null | undefined },
) => db.updateTable('person').set(row).where('id', '=', personId).execute()

export const preferencesOf = (db: Reader, personId: string) =>
  db.selectFrom('person').select(['language', 'timeZone']).where('id', '=', personId).executeTakeFirstOrThrow()

export const personByEmail = (tx: Writer, email: string) =>
  tx.selectFrom('person').select('id').where('email', '=', email).executeTakeFirst()
