import { type RawBuilder, sql } from 'kysely'
import type { Writer } from '#platform/database.ts'

/** What an import writes of each table: these columns are kept for undoing, no others. */
const written = {
  unit: sql`jsonb_build_object('key', t.key, 'name', t.name, 'parent_id', t.parent_id, 'closed_on', t.closed_on)`,
  person: sql`jsonb_build_object('key', t.key, 'email', t.email, 'name', t.name, 'occupation_id', t.occupation_id, 'left_on', t.left_on)`,
  position: sql`jsonb_build_object('person_id', t.person_id, 'unit_id', t.unit_id, 'title', t.title, 'manager_id', t.manager_id,
    'from_day', t.from_day, 'to_day', t.to_day)`,
}

/** The statements that carry out a staged plan, in the order that references allow. Each keeps what it replaced. */
export const applySteps = (importId: string): ((tx: Writer) => Promise<unknown>)[] => [
  (tx) =>
    sql`with opened as (
      insert into occupation (name) select distinct occupation from staged_person where occupation is not null
      on conflict (name) do nothing returning id, name)
    insert into organization_import_change (import_id, tbl, row_id, after)
    select ${importId}, 'occupation', id, jsonb_build_object('name', name) from opened`.execute(tx),

  (tx) => keepBefore(tx, importId, 'unit'),
  (tx) =>
    sql`insert into unit (id, key, name, parent_id, opened_on)
      select id, key, name, parent_id, current_date from staged_unit where fresh`.execute(tx),
  (tx) =>
    sql`update unit t set key = s.key, name = s.name, parent_id = s.parent_id,
        closed_on = case when s.closed then current_date end
      from staged_unit s where t.id = s.id and not s.fresh`.execute(tx),
  (tx) => keepAfter(tx, importId, 'unit', sql`s.fresh`),

  (tx) => keepBefore(tx, importId, 'person'),
  // Addresses may change hands within one file: all are let go before any is given.
  (tx) =>
    sql`update person t set email = null, key = coalesce(t.key, t.id::text) from staged_person s
      where t.id = s.id and not s.fresh and t.email is distinct from s.email and t.email is not null`.execute(tx),
  (tx) =>
    sql`update person t set key = s.key, email = s.email, name = s.name, left_on = s.left_on,
        occupation_id = (select occupation.id from occupation where occupation.name = s.occupation), origin = 'organization'
      from staged_person s where t.id = s.id and not s.fresh`.execute(tx),
  (tx) =>
    sql`insert into person (id, key, email, name, occupation_id, left_on)
      select s.id, s.key, s.email, s.name, occupation.id, s.left_on
      from staged_person s left join occupation on occupation.name = s.occupation where s.fresh`.execute(tx),
  (tx) => keepAfter(tx, importId, 'person', sql`s.fresh`),

  (tx) => keepBefore(tx, importId, 'position'),
  (tx) =>
    sql`update position t set unit_id = s.unit_id, title = s.title, manager_id = s.manager_id, from_day = s.from_day, to_day = s.to_day
      from staged_position s where t.id = s.id`.execute(tx),
  (tx) =>
    sql`with opened as (
      insert into position as t (person_id, unit_id, title, manager_id, from_day, to_day)
      select person_id, unit_id, title, manager_id, from_day, to_day from staged_position where id is null
      returning t.id, ${written.position} as row)
    insert into organization_import_change (import_id, tbl, row_id, after)
    select ${importId}, 'position', id, row from opened`.execute(tx),
  (tx) => keepAfter(tx, importId, 'position', sql`false`),

  (tx) =>
    sql`with removed as (
      delete from unit_manager t using staged_manager s
      where s.act = 'remove' and t.unit_id = s.unit_id and t.person_id = s.person_id and t.role = 'manager'
      returning t.unit_id, to_jsonb(t) as row)
    insert into organization_import_change (import_id, tbl, row_id, before)
    select ${importId}, 'unit_manager', unit_id, row from removed`.execute(tx),
  (tx) =>
    // A delegate who becomes the manager is a delegate again when this is undone.
    sql`with was as (
      select t.* from unit_manager t join staged_manager s on s.unit_id = t.unit_id and s.person_id = t.person_id
      where s.act = 'add'
    ), named as (
      insert into unit_manager as t (unit_id, person_id, derived)
      select unit_id, person_id, derived from staged_manager where act = 'add'
      on conflict (unit_id, person_id) do update set role = 'manager', derived = excluded.derived
      returning t.unit_id, t.person_id, to_jsonb(t) as row)
    insert into organization_import_change (import_id, tbl, row_id, before, after)
    select ${importId}, 'unit_manager', named.unit_id, to_jsonb(was), named.row
    from named left join was on was.unit_id = named.unit_id and was.person_id = named.person_id`.execute(tx),
]

type Kept = keyof typeof written
const table = (name: string): RawBuilder<unknown> => sql.table(name)

const keepBefore = (tx: Writer, importId: string, name: Kept) =>
  sql`insert into organization_import_change (import_id, tbl, row_id, before)
    select ${importId}, ${name}, t.id, ${written[name]}
    from ${table(name)} t join ${table(`staged_${name}`)} s on s.id = t.id`.execute(tx)

/** Adds what became of the rows that were there, and notes those that came. */
async function keepAfter(tx: Writer, importId: string, name: Kept, fresh: RawBuilder<unknown>) {
  await sql`update organization_import_change c set after = ${written[name]}
    from ${table(name)} t where c.import_id = ${importId} and c.tbl = ${name} and c.before is not null and t.id = c.row_id`.execute(
    tx,
  )
  await sql`insert into organization_import_change (import_id, tbl, row_id, after)
    select ${importId}, ${name}, t.id, ${written[name]}
    from ${table(name)} t join ${table(`staged_${name}`)} s on s.id = t.id where ${fresh}`.execute(tx)
}
