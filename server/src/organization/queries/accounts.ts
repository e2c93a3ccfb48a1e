import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'

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

/** Who a personal token speaks for, and with which scopes. */
export async function actorByToken(db: Reader, hash: Buffer): Promise<ActorRow | undefined> {
  const { rows } = await sql<ActorRow>`
    select ${actorColumns}, token.scopes, null as session_id
    from personal_token token join person on person.id = token.person_id
    where token.hash = ${hash} and token.revoked_at is null and (token.expires_at is null or token.expires_at > now())
      and (person.left_on is null or person.left_on > current_date) and person.erased_at is null`.execute(db)
  return rows[0]
}

export const emailOf = (db: Reader, personId: string) =>
  db.selectFrom('person').select(['name', 'email']).where('id', '=', personId).executeTakeFirstOrThrow()
