import { type RawBuilder, sql } from 'kysely'
import type { Writer } from '#platform/database.ts'
import type { Plan, Ref } from '../plan/plan.ts'

const batch = 5000

/** Lays a plan beside the tables it will change, so that each change is one statement. Returns how many rows lie there. */
export async function stagePlan(
  tx: Writer,
  plan: Plan,
  idOf: (ref: Ref) => string,
  laid: (rows: number) => Promise<void>,
) {
  await sql`
    create temp table staged_person (
      id uuid, fresh boolean, key text, email text, name text, occupation text, left_on date) on commit drop;
    create temp table staged_position (
      id uuid, person_id uuid, unit_id uuid, title text, manager_id uuid, from_day date, to_day date) on commit drop;
    create temp table staged_unit (
      id uuid, fresh boolean, key text, name text, parent_id uuid, closed boolean) on commit drop;
    create temp table staged_manager (unit_id uuid, person_id uuid, act text, derived boolean) on commit drop`.execute(
    tx,
  )
  const ref = (one: Ref | null) => one && idOf(one)
  const fresh = (one: Ref) => one.startsWith('new:')

  await lay(tx, sql`staged_unit`, plan.units, laid, ({ ref: one, key, name, parent, closed }) => ({
    id: idOf(one),
    fresh: fresh(one),
    key,
    name,
    parent_id: ref(parent),
    closed,
  }))
  await lay(tx, sql`staged_person`, plan.people, laid, ({ ref: one, key, email, name, occupation, leftOn }) => ({
    id: idOf(one),
    fresh: fresh(one),
    key,
    email,
    name,
    occupation,
    left_on: leftOn,
  }))
  await lay(tx, sql`staged_position`, plan.positions, laid, ({ id, person, unit, title, manager, fromDay, toDay }) => ({
    id,
    person_id: idOf(person),
    unit_id: ref(unit),
    title,
    manager_id: ref(manager),
    from_day: fromDay,
    to_day: toDay,
  }))
  await lay(tx, sql`staged_manager`, plan.managers, laid, ({ unit, person, act, derived }) => ({
    unit_id: idOf(unit),
    person_id: idOf(person),
    act,
    derived,
  }))
  await sql`analyze staged_person; analyze staged_position; analyze staged_unit`.execute(tx)
}

async function lay<Row>(
  tx: Writer,
  table: RawBuilder<unknown>,
  rows: readonly Row[],
  laid: (rows: number) => Promise<void>,
  columns: (row: Row) => object,
) {
  for (let from = 0; from < rows.length; from += batch) {
    const some = rows.slice(from, from + batch)
    const json = JSON.stringify(some.map(columns))
    await sql`insert into ${table} select * from jsonb_populate_recordset(null::${table}, ${json}::jsonb)`.execute(tx)
    await laid(some.length)
  }
}
