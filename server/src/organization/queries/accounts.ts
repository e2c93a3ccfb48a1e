import { sql } from 'kysely'
import type { Database, Reader, Writer } from '#platform/database.ts'

export interface ActorRow {
  id: string
  office: boolean
  language: string
  timeZone: string
  scopes: ('read' | 'write' | 'office')[] | null
  sessionId: string | null
}

const actorColumns = sql`
  person.id,
  exists (select from knowledge_office office where office.person_id = person.id) as office,
  coalesce(person.language, (select value #>> '{}' from setting where key = 'language'), 'en') as language,
  coalesce(person.time_zone, (select value #>> '{}' from setting where key = 'timeZone'), 'UTC') as time_zone`

/** Who a session cookie speaks for; nobody once the session ended or the person left. */
export async function actorBySession(db: Reader, token: string): Promise<ActorRow | undefined> {
  const { rows } = await sql<ActorRow>`
    select ${actorColumns}, null::text[] as scopes, session.id as session_id
    from session join account on account.id = session.account_id join person on person.id = account.person_id
    where session.token = ${token} and session.expires_at > now()
      and (person.left_on is null or person.left_on > current_date) and person.erased_at is null`.execute(db)
  return rows[0]
}

/** Who a personal token speaks for, with which scopes, and whether it was not seen for an hour. */
export async function actorByToken(db: Reader, hash: Buffer): Promise<(ActorRow & { unseen: boolean }) | undefined> {
  const { rows } = await sql<ActorRow & { unseen: boolean }>`
    select ${actorColumns}, token.scopes, null as session_id,
           token.used_at is null or token.used_at < now() - interval '1 hour' as unseen
    from personal_token token join person on person.id = token.person_id
    where token.hash = ${hash} and token.revoked_at is null and (token.expires_at is null or token.expires_at > now())
      and (person.left_on is null or person.left_on > current_date) and person.erased_at is null`.execute(db)
  return rows[0]
}

/** Who the command line speaks for when it names a person. */
export async function actorByEmail(db: Reader, email: string): Promise<ActorRow | undefined> {
  const { rows } = await sql<ActorRow>`
    select ${actorColumns}, null::text[] as scopes, null as session_id
    from person
    where person.email = lower(${email})
      and (person.left_on is null or person.left_on > current_date) and person.erased_at is null`.execute(db)
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
