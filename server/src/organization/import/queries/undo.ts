import { type RawBuilder, sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'

/** The columns an import writes, as the trail of changes keeps them. */
const columns = {
  unit: ['key', 'name', 'parent_id', 'closed_on'],
  person: ['key', 'email', 'name', 'occupation_id', 'left_on'],
  position: ['person_id', 'unit_id', 'title', 'manager_id', 'from_day', 'to_day'],
} as const
type Undone = keyof typeof columns

/** Whether a row still is as the import left it; what was changed since is nobody's mistake and stays. */
const untouched = (table: Undone) =>
  sql`c.after = jsonb_build_object(${sql.join(columns[table].flatMap((column) => [sql.lit(column), sql.ref(`t.${column}`)]))})`

const restored = (table: Undone) =>
  sql.join(columns[table].map((column) => sql`${sql.ref(column)} = r.${sql.ref(column)}`))

/** Gives the rows that were changed their former values. */
export const restore = (tx: Writer, importId: string, table: Undone) =>
  sql`update ${sql.table(table)} t set ${restored(table)}
    from organization_import_change c, jsonb_populate_record(null::${sql.table(table)}, c.before) r
    where c.import_id = ${importId} and c.tbl = ${table} and c.before is not null and t.id = c.row_id and ${untouched(table)}`.execute(
    tx,
  )

/** Addresses may have changed hands: all are let go before they are given back. */
export const letAddressesGo = (tx: Writer, importId: string) =>
  sql`with let_go as (
      update person t set email = null, key = coalesce(t.key, t.id::text)
      from organization_import_change c
      where c.import_id = ${importId} and c.tbl = 'person' and c.before is not null and t.id = c.row_id
        and t.email is not null and c.before ->> 'email' is distinct from t.email and ${untouched('person')}
      returning t.id, t.key)
    update organization_import_change c
    set after = c.after || jsonb_build_object('email', null, 'key', let_go.key)
    from let_go where c.import_id = ${importId} and c.tbl = 'person' and c.row_id = let_go.id`.execute(tx)

export const removePositions = (tx: Writer, importId: string) =>
  sql`delete from position t using organization_import_change c
    where c.import_id = ${importId} and c.tbl = 'position' and c.before is null and t.id = c.row_id and ${untouched('position')}`.execute(
    tx,
  )

export async function restoreManagers(tx: Writer, importId: string) {
  await sql`delete from unit_manager t using organization_import_change c
    where c.import_id = ${importId} and c.tbl = 'unit_manager' and c.after is not null
      and t.unit_id = c.row_id and t.person_id = (c.after ->> 'person_id')::uuid and t.role = 'manager'`.execute(tx)
  await sql`insert into unit_manager
    select r.* from organization_import_change c, jsonb_populate_record(null::unit_manager, c.before) r
    where c.import_id = ${importId} and c.tbl = 'unit_manager' and c.before is not null
    on conflict (unit_id, person_id) do update set role = excluded.role, derived = excluded.derived
      where excluded.role = 'manager'`.execute(tx)
}

interface Reference {
  table: string
  column: string
}

/** Every column of any room that points at a table: what is used there cannot be taken away. */
async function referencesTo(db: Reader, table: string): Promise<Reference[]> {
  const { rows } = await sql<Reference>`
    select r.relname as table, a.attname as column
    from pg_constraint c join pg_class r on r.oid = c.conrelid join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = ${table}::regclass and c.conrelid <> 'unit_history'::regclass`.execute(db)
  return rows
}

const unused = (references: Reference[]): RawBuilder<unknown> =>
  references.length === 0
    ? sql`true`
    : sql.join(
        references.map(
          ({ table, column }) =>
            sql`not exists (select from ${sql.table(table)} o where ${sql.ref(`o.${column}`)} = t.id)`,
        ),
        sql` and `,
      )

/** Takes away people who came with the import and have done nothing since; tells how many stay. */
export async function removePeople(tx: Writer, importId: string): Promise<number> {
  await sql`delete from person t using organization_import_change c
    where c.import_id = ${importId} and c.tbl = 'person' and c.before is null and t.id = c.row_id
      and ${unused(await referencesTo(tx, 'person'))}
      and not exists (select from activity where activity.actor_id = t.id)`.execute(tx)
  const { numAffectedRows } = await sql`update person t set left_on = coalesce(t.left_on, current_date)
    from organization_import_change c
    where c.import_id = ${importId} and c.tbl = 'person' and c.before is null and t.id = c.row_id`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** Takes away units that came with the import, the lowest first; one that is used by now is closed instead. */
export async function removeUnits(tx: Writer, importId: string): Promise<number> {
  const references = await referencesTo(tx, 'unit')
  const here = sql`c.import_id = ${importId} and c.tbl = 'unit' and c.before is null and t.id = c.row_id`
  for (;;) {
    const { numAffectedRows } = await sql`delete from unit t using organization_import_change c
      where ${here} and ${unused(references)}`.execute(tx)
    if (!numAffectedRows) break
  }
  const { numAffectedRows } = await sql`update unit t set closed_on = coalesce(t.closed_on, current_date)
    from organization_import_change c where ${here}`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

export async function removeOccupations(tx: Writer, importId: string) {
  await sql`delete from occupation t using organization_import_change c
    where c.import_id = ${importId} and c.tbl = 'occupation' and t.id = c.row_id
      and ${unused(await referencesTo(tx, 'occupation'))}`.execute(tx)
}
