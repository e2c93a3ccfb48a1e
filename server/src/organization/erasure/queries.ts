import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import { fewest } from './rules.ts'

/** All that somebody was ever called here, and by what other systems know them. */
export interface KnownAs {
  names: string[]
  emails: string[]
  keys: string[]
}

/** What is known of somebody now and from the imports that wrote them. */
export async function knownAs(db: Reader, person: string): Promise<KnownAs> {
  const { rows } = await sql<KnownAs>`
    with said as (
      select name, email, key from person where id = ${person}
      union select before ->> 'name', before ->> 'email', before ->> 'key' from organization_import_change
        where tbl = 'person' and row_id = ${person} and before is not null
      union select after ->> 'name', after ->> 'email', after ->> 'key' from organization_import_change
        where tbl = 'person' and row_id = ${person} and after is not null
      union select account.name, account.email, null from account where person_id = ${person})
    select array(select distinct name from said where name is not null order by 1) as names,
      array(select distinct email from said where email is not null order by 1) as emails,
      array(select distinct key from said where key is not null order by 1) as keys`.execute(db)
  return rows[0]!
}

/** Waits until no import is under way, and keeps others from beginning. */
export const waitForImports = (tx: Writer) =>
  sql`select pg_advisory_xact_lock(hashtext('mortar organization import'))`.execute(tx)

/** Somebody's row as that of a former colleague: nothing of theirs is on it. Tells whether they were not erased before. */
export async function namelessNow(tx: Writer, person: string, name: string, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update person set name = ${name}, key = null, email = null, occupation_id = null, language = null, time_zone = null,
      does = '', experience = '{}', accepts_questions = false, shows = '{}', photo_id = null,
      erased_at = ${at},
      left_on = least(left_on, current_date)
    where id = ${person} and erased_at is null`.execute(tx)
  return numAffectedRows === 1n
}

/** Accounts go with sessions, passwords and passkeys; tokens, links and what was under way with them. */
export async function removeWaysIn(tx: Writer, person: string, { emails }: KnownAs): Promise<void> {
  await sql`
    delete from verification using account where account.person_id = ${person}
      and (verification.value like '%' || account.id || '%' or verification.identifier like '%' || account.id || '%')`.execute(
    tx,
  )
  for (const email of emails)
    await sql`delete from verification
      where position(lower(${email}) in lower(value)) > 0 or position(lower(${email}) in lower(identifier)) > 0`.execute(
      tx,
    )
  await sql`delete from account where person_id = ${person}`.execute(tx)
  await sql`delete from personal_token where person_id = ${person}`.execute(tx)
  await sql`delete from sign_in_link where person_id = ${person}`.execute(tx)
}

export async function removeOffices(tx: Writer, person: string): Promise<void> {
  await sql`delete from knowledge_office where person_id = ${person}`.execute(tx)
  await sql`delete from unit_manager where person_id = ${person}`.execute(tx)
}

/**
 * Positions stay without title and manager, so that the history of units adds up. One in a unit where fewer than five
 * people ever worked would tell who it was: it is kept at the nearest unit above that had as many.
 */
export async function coverPositions(tx: Writer, person: string): Promise<void> {
  await sql`delete from position where person_id = ${person} and from_day > current_date`.execute(tx)
  await sql`
    with recursive up(held, unit_id, above) as (
      select id, unit_id, 0 from position where person_id = ${person} and unit_id is not null
      union all
      select up.held, unit.parent_id, up.above + 1 from up join unit on unit.id = up.unit_id
      where unit.parent_id is not null and up.above < 100),
    below(root, id) as (
      select distinct unit_id, unit_id from up
      union select below.root, unit.id from unit join below on unit.parent_id = below.id),
    large as (
      select root from below join position on position.unit_id = below.id
      group by root having count(distinct person_id) >= ${sql.lit(fewest)}),
    place as (
      select distinct on (held) held, unit_id from up where unit_id in (select root from large) order by held, above)
    update position set title = null, manager_id = null, to_day = coalesce(to_day, current_date),
      unit_id = (select place.unit_id from place where place.held = position.id)
    where person_id = ${person}`.execute(tx)
  await sql`update position set manager_id = null where manager_id = ${person}`.execute(tx)
}

/** Imports that were not applied are discarded: their files may tell of the person in any writing. Tells how many. */
export async function discardStaged(tx: Writer): Promise<number> {
  const { numAffectedRows } = await sql`delete from organization_import where applied_at is null`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** What applied imports kept of somebody: what it takes to undo them, samples of cells, and lines of their reports. */
export async function coverImports(tx: Writer, person: string, known: KnownAs, pattern: string, cover: string) {
  const exact = [...known.keys, ...known.emails, ...known.names]
  await sql`
    delete from organization_import_change
    where (tbl = 'person' and row_id = ${person})
      or (tbl in ('position', 'unit_manager') and (before ->> 'person_id' = ${person} or after ->> 'person_id' = ${person}))`.execute(
    tx,
  )
  await sql`
    update organization_import_change set before = before || '{"manager_id": null}'
    where tbl = 'position' and before ->> 'manager_id' = ${person}`.execute(tx)
  await sql`
    update organization_import_change set after = after || '{"manager_id": null}'
    where tbl = 'position' and after ->> 'manager_id' = ${person}`.execute(tx)
  await sql`
    update organization_import set source = regexp_replace(source, ${pattern}, ${cover}, 'gi'), reading = (
      select coalesce(jsonb_object_agg(part, read || '{"samples": []}'), '{}') from jsonb_each(reading) each (part, read))`.execute(
    tx,
  )
  await sql`
    delete from organization_import_line
    where jsonb_path_query_array(body, '$.** ? (@.type() == "string")') ?| ${exact}::text[]`.execute(tx)
  await sql`
    update organization_import_line set body = covered(body, ${pattern}, ${cover}) where body::text ~* ${pattern}`.execute(
    tx,
  )
}

export async function saveMarks(tx: Writer, person: string, marks: Buffer[], at: Date): Promise<void> {
  for (const mark of marks)
    await tx
      .insertInto('erasureMark')
      .values({ personId: person, mark, at })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** The marks of all who were erased, with the day. */
export async function marksKept(db: Reader): Promise<{ mark: Buffer; day: string }[]> {
  const { rows } = await sql<{ mark: Buffer; day: string }>`
    select mark, min(at)::date::text as day from erasure_mark group by mark`.execute(db)
  return rows
}
