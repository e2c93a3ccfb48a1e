import { type RawBuilder, sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'

const here = sql`(person.left_on is null or person.left_on > current_date) and person.erased_at is null`

/** Two changes of the knowledge office at once follow each other: it must never be without anybody. */
export const lockOffice = (tx: Writer) => sql`lock table knowledge_office in share row exclusive mode`.execute(tx)

/** Whether somebody who still works here belongs to the knowledge office. */
export async function officeIsStaffed(db: Reader): Promise<boolean> {
  const { rows } = await sql`
    select from knowledge_office office join person on person.id = office.person_id 
    where ${here} and person.origin <> 'guest' limit 1`.execute(db)
  return rows.length > 0
}

export async function isAnyInOffice(db: Reader, personIds: string[]): Promise<boolean> {
  const { rows } = await sql`select from knowledge_office where person_id = any(${personIds}::uuid[]) limit 1`.execute(
    db,
  )
  return rows.length > 0
}

export async function officeMembers(db: Reader) {
  const { rows } = await sql<{ personId: string; since: Date; account: boolean }>`
    select office.person_id, office.since, account.id is not null as account
    from knowledge_office office left join account on account.person_id = office.person_id
    order by office.since, office.person_id`.execute(db)
  return rows
}

/** Takes somebody in; tells whether they were not in before. */
export async function joinOffice(tx: Writer, personId: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('knowledgeOffice')
    .values({ personId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Lets somebody out; tells whether they were in. */
export async function leaveOffice(tx: Writer, personId: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('knowledgeOffice').where('personId', '=', personId).executeTakeFirst()
  return numDeletedRows === 1n
}

export interface AccountRow {
  id: string
  name: string
  email: string | null
  account: boolean
  linkUntil: Date | null
  leftOn: string | null
}

export interface AccountsQuery {
  state: 'without' | 'with' | 'left'
  words?: string | undefined
  unit?: string | undefined
  after?: string[] | undefined
  limit: number
}

/** Looked up for the rows that are shown; `exists` would read all accounts for it. */
const accountOfRow = sql`(select true from account where account.person_id = person.id)`
const hasAccount = sql`exists (select from account where account.person_id = person.id)`

const whose = {
  without: sql`${here} and not ${hasAccount}`,
  with: sql`${here} and ${hasAccount}`,
  left: sql`person.left_on <= current_date and person.erased_at is null`,
}

/** People of the organization by whether they can sign in. */
export async function accountsOf(
  db: Reader,
  order: (name: RawBuilder<unknown>) => RawBuilder<string>,
  { state, words, unit, after, limit }: AccountsQuery,
): Promise<AccountRow[]> {
  const name = order(sql`person.name`)
  const [afterName, afterId] = after ?? []
  const { rows } = await sql<AccountRow>`
    select person.id, person.name, person.email, coalesce(${accountOfRow}, false) as account, person.left_on, (
      select max(link.expires_at) from sign_in_link link
      where link.person_id = person.id and link.used_at is null and link.expires_at > now()) as link_until
    from person
    where person.origin = 'organization' and ${whose[state]}
      ${words ? sql`and (person.plain_name like '%' || plain(${words}) || '%' or person.email like '%' || lower(${words}) || '%')` : sql``}
      ${unit ? sql`and person.id = any(array(select person_id from position where to_day is null and unit_id in (${below(unit)})))` : sql``}
      ${afterId ? sql`and (${name}, person.id) > (${order(sql`${afterName}::text`)}, ${afterId}::uuid)` : sql``}
    order by ${name}, person.id
    limit ${limit + 1}`.execute(db)
  return rows
}

/** A unit and all that hangs below it. */
const below = (unit: string) => sql`
  with recursive inside as (
    select id from unit where id = ${unit}::uuid
    union select unit.id from unit join inside on unit.parent_id = inside.id)
  select id from inside`

/** Those of some people who work here, with whether they have an account. */
export async function accountsByIds(db: Reader, ids: string[]): Promise<(AccountRow & { guest: boolean })[]> {
  const { rows } = await sql<AccountRow & { guest: boolean }>`
    select person.id, person.origin = 'guest' as guest, person.name, person.email, account.id is not null as account, person.left_on, null::timestamptz as link_until
    from person left join account on account.person_id = person.id
    where person.id = any(${ids}::uuid[]) and person.origin <> 'archive' and person.erased_at is null`.execute(db)
  return rows
}

/** Says when somebody left, or that they are here; tells whether that is new. */
export async function saveLeaving(tx: Writer, personId: string, on: string | null): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('person')
    .set({ leftOn: on })
    .where('id', '=', personId)
    .where('erasedAt', 'is', null)
    .where('leftOn', on === null ? 'is not' : 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Ends every way in that people have open: sessions, tokens, links. */
export async function closeWaysIn(tx: Writer, personIds: string[]): Promise<void> {
  const ids = sql`any(${personIds}::uuid[])`
  await sql`delete from session using account where account.id = session.account_id and account.person_id = ${ids}`.execute(
    tx,
  )
  await sql`update personal_token set revoked_at = now() where person_id = ${ids} and revoked_at is null`.execute(tx)
  await sql`update sign_in_link set expires_at = now()
    where person_id = ${ids} and used_at is null and expires_at > now()`.execute(tx)
}

/** People whose leaving an import changed, as they are once it was carried out (`after`) or taken back (`before`). */
export async function departuresOf(tx: Writer, importId: string, done: 'after' | 'before') {
  const { rows } = await sql<{ personId: string; gone: boolean }>`
    select person.id as person_id, person.left_on is not null as gone
    from organization_import_change change join person on person.id = change.row_id
    where change.import_id = ${importId} and change.tbl = 'person' and change.before is not null
      and change.before ->> 'left_on' is distinct from change.after ->> 'left_on'
      and change.${sql.ref(done)} ->> 'left_on' is not distinct from person.left_on::text`.execute(tx)
  return rows
}
