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

export interface PersonRow {
  id: string
  name: string
  title: string | null
  unit: string | null
  gone: boolean
}

/** Names, titles and units for many people at once. */
export async function peopleByIds(db: Reader, ids: string[]): Promise<PersonRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<PersonRow>`
    select person.id, person.name, held.title, held.unit,
           person.erased_at is not null or coalesce(person.left_on <= current_date, false) as gone
    from person
    left join lateral (
      select position.title, unit.name as unit
      from position left join unit on unit.id = position.unit_id
      where position.person_id = person.id and position.from_day <= current_date
        and (position.to_day is null or position.to_day >= current_date)
      order by position.from_day desc limit 1
    ) held on true
    where person.id = any(${ids})`.execute(db)
  return rows
}

export async function settingsOf(db: Reader) {
  const rows = await db.selectFrom('setting').select(['key', 'value']).execute()
  const values = Object.fromEntries(rows.map(({ key, value }) => [key, value])) as Record<string, unknown>
  return {
    name: (values['name'] as string | undefined) ?? '',
    language: (values['language'] as string | undefined) ?? 'en',
    timeZone: (values['timeZone'] as string | undefined) ?? 'UTC',
  }
}

/** The units somebody works in now, manages, or decides for as a delegate. */
export async function unitsOf(db: Reader, personId: string) {
  const { rows } = await sql<{ id: string; name: string; role: 'works' | 'manages' | 'delegate' }>`
    select unit.id, unit.name, case unit_manager.role when 'manager' then 'manages' else 'delegate' end as role
    from unit_manager join unit on unit.id = unit_manager.unit_id
    where unit_manager.person_id = ${personId} and unit.closed_on is null
    union all
    select unit.id, unit.name, 'works'
    from position join unit on unit.id = position.unit_id
    where position.person_id = ${personId} and position.from_day <= current_date
      and (position.to_day is null or position.to_day >= current_date)
    order by name`.execute(db)
  return rows
}

export const emailOf = (db: Reader, personId: string) =>
  db.selectFrom('person').select(['name', 'email']).where('id', '=', personId).executeTakeFirstOrThrow()
