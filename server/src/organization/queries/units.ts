import { sql } from 'kysely'
import { among, type Reader, type Writer } from '#platform/database.ts'
import { like } from './words.ts'

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

export const unitLinks = async (db: Reader, ids: string[]): Promise<{ id: string; name: string }[]> =>
  ids.length === 0
    ? []
    : db
        .selectFrom('unit')
        .select(['id', 'name'])
        .where('id', '=', sql<string>`any(${ids})`)
        .execute()

export interface UnitRow {
  id: string
  key: string | null
  name: string
  parentId: string | null
  openedOn: string | null
  closedOn: string | null
}

export const findUnit = (db: Reader, id: string): Promise<UnitRow | undefined> =>
  db
    .selectFrom('unit')
    .select(['id', 'key', 'name', 'parentId', 'openedOn', 'closedOn'])
    .where('id', '=', id)
    .executeTakeFirst()

export interface UnitLineRow {
  id: string
  name: string
  people: number
  inside: number
}

/** Units with how many people are in them and below, and how many units directly inside. */
export async function unitLines(db: Reader, ids: string[]): Promise<UnitLineRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<UnitLineRow>`
    select unit.id, unit.name, unit.people,
      (select count(*) from unit child where child.parent_id = unit.id and child.closed_on is null) as inside
    from unit where unit.id = ${among(ids)}`.execute(db)
  return rows
}

/** The open units inside a unit, or at the top. */
export async function unitsInside(db: Reader, parentId: string | null): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from unit where closed_on is null and ${parentId === null ? sql`parent_id is null` : sql`parent_id = ${parentId}`}
    limit 2000`.execute(db)
  return rows.map(({ id }) => id)
}

/** Open units whose name or id is like the words: those it stands in first, then those spelled nearly so. */
export async function unitsNamed(db: Reader, words: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with written as (
      select id, name, case when key = ${words} then 0 when plain_name like ${like(words)} || '%' then 1 else 2 end as way, length(name) as near
      from unit where closed_on is null and (plain_name like '%' || ${like(words)} || '%' or key = ${words})
      limit 1000
    ), nearly as (
      select id, name, 3 as way, (100 * (plain(${words}) <<-> plain_name))::int as near
      from unit
      where closed_on is null and (plain(${words}) <% plain_name or plain_name % plain(${words}))
        and (select count(*) from written) < ${limit}
      limit 1000
    )
    select id from (
      select distinct on (id) * from (select * from written union all select * from nearly) every order by id, way
    ) found
    order by way, near, name, id limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

export interface PathRow {
  unit: string
  id: string
  name: string
}

/** The way down to each of these units, from the top, without themselves. */
export async function pathsTo(db: Reader, ids: string[]): Promise<PathRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<PathRow>`
    with recursive up as (
      select id as unit, parent_id, 0 as height from unit where id = any(${ids})
      union all select up.unit, unit.parent_id, up.height + 1 from unit join up on unit.id = up.parent_id where up.height < 100
    )
    select up.unit, above.id, above.name from up join unit above on above.id = up.parent_id
    order by up.unit, up.height desc`.execute(db)
  return rows
}

export interface UnitHistoryRow {
  name: string
  parentId: string | null
  parent: string | null
  fromDay: string
  toDay: string | null
}

export async function unitHistory(db: Reader, id: string): Promise<UnitHistoryRow[]> {
  const { rows } = await sql<UnitHistoryRow>`
    select history.name, history.parent_id, parent.name as parent, history.from_day, history.to_day
    from unit_history history left join unit parent on parent.id = history.parent_id
    where history.unit_id = ${id} order by history.from_day desc limit 50`.execute(db)
  return rows
}

export const managersOf = (db: Reader, unitId: string) =>
  db
    .selectFrom('unitManager')
    .select(['personId', 'role', 'derived'])
    .where('unitId', '=', unitId)
    .orderBy('since')
    .orderBy('personId')
    .limit(100)
    .execute()

export async function saveDelegate(tx: Writer, unitId: string, personId: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('unitManager')
    .values({ unitId, personId, role: 'delegate' })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function removeDelegate(tx: Writer, unitId: string, personId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('unitManager')
    .where('unitId', '=', unitId)
    .where('personId', '=', personId)
    .where('role', '=', 'delegate')
    .executeTakeFirst()
  return numDeletedRows === 1n
}

export async function countPeopleIn(db: Reader, unitId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from position where unit_id = ${unitId} and to_day is null`.execute(db)
  return rows[0]!.count
}

export async function organizationNumbers(db: Reader) {
  const { rows } = await sql<{ people: number; units: number; withoutUnit: number }>`
    select count(*) as people, count(*) filter (where unit_id is null) as without_unit,
           (select count(*) from unit where closed_on is null) as units
    from position where to_day is null`.execute(db)
  return rows[0]!
}

/** The only open unit of this id or name. */
export async function findUnitCalled(db: Reader, words: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from unit
    where closed_on is null and (key = ${words} or id::text = ${words} or plain_name = plain(${words}))
    order by key = ${words} desc nulls last limit 2`.execute(db)
  return rows.length === 1 ? rows[0]!.id : undefined
}
