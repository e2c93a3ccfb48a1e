import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'

/** People who were erased and of whom something is still kept here. */
export async function erasedWithTraces(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from person
    where erased_at is not null and (
      exists (select from trace_identity where person_id = person.id or person.id = any(candidates))
      or exists (select from trace_choice where person_id = person.id)
      or exists (select from survey_answer where person_id = person.id or other_id = person.id)
      or exists (select from found_person where person_id = person.id)
      or exists (select from own_position where person_id = person.id)
      or exists (select from reorganization where progress -> 0 ? person.id::text or progress -> 1 ? person.id::text)
      or exists (select from tie_pattern where person.id = any(people))
      or exists (select from recognition_question where person_id = person.id and (called <> '' or names_me)))
    order by id limit 1000`.execute(db)
  return rows.map(({ id }) => id)
}

/** Addresses that stand for somebody or may do so, in every source, with all that was counted of them. */
export async function eraseTraces(tx: Writer, person: string): Promise<number> {
  const { rows } = await sql<{ removed: number }>`
    with mine as materialized (
      select number from trace_identity where person_id = ${person} or (state = 'doubtful' and ${person} = any(candidates))
    ),
    ties as (
      delete from tie_week where from_no in (select number from mine) or to_no in (select number from mine) returning 1
    ),
    work as (delete from artefact_week where person_no in (select number from mine) returning 1)
    select ((select count(*) from ties) + (select count(*) from work))::int as removed`.execute(tx)
  await sql`delete from trace_identity where person_id = ${person} or candidates = array[${person}]::uuid[]`.execute(tx)
  await sql`update trace_identity set candidates = array_remove(candidates, ${person}) where ${person} = any(candidates)`.execute(
    tx,
  )
  await sql`delete from artefact where not exists (
    select from artefact_week held where held.artefact = artefact.number)`.execute(tx)
  return rows[0]!.removed
}

/** What somebody said about sources and in surveys, or others of them there, and the words they gave to what was found. That they were asked is counted. */
export async function eraseChoices(tx: Writer, person: string): Promise<void> {
  await sql`delete from trace_choice where person_id = ${person}`.execute(tx)
  await sql`delete from position_sharing where person_id = ${person}`.execute(tx)
  await sql`delete from survey_answer where person_id = ${person} or other_id = ${person}`.execute(tx)
  await sql`update recognition_question set called = '', names_me = false where person_id = ${person}`.execute(tx)
}

/** Addresses that stand for nobody known, with what was counted of them: by themselves, or by the name beside them. */
export async function eraseAliases(tx: Writer, aliases: string[], names: string[]): Promise<void> {
  if (aliases.length + names.length === 0) return
  await sql`
    with mine as (
      delete from trace_identity where person_id is null and (lower(alias) = any(array(select lower(a) from unnest(${aliases}::text[]) a))
        or (label <> '' and plain(label) = any(array(select plain(n) from unnest(${names}::text[]) n))))
      returning number
    ), ties as (delete from tie_week where from_no in (select number from mine) or to_no in (select number from mine))
    delete from artefact_week where person_no in (select number from mine)`.execute(tx)
}

/** What imports told of their files: samples of rows, and addresses that nobody knew. */
export const coverReports = (tx: Writer, pattern: string, cover: string) =>
  sql`
    update trace_import set report = covered(report, ${pattern}, ${cover}), reading = covered(reading, ${pattern}, ${cover}),
      files = covered(files, ${pattern}, ${cover})
    where report::text ~* ${pattern} or reading::text ~* ${pattern} or files::text ~* ${pattern}`.execute(tx)

export async function unknownAliases(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ alias: string }>`
    select distinct alias from trace_identity where state = 'unknown'`.execute(db)
  return rows.map(({ alias }) => alias)
}
