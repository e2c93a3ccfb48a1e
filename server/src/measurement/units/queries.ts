import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import type { Explored, Parts } from './explored.ts'

export interface ActRow {
  unitId: string | null
  what: keyof Parts
  count: number
  people: string[]
}

/**
 * What was done within a quarter, unit by unit: of people in the unit they worked in at that moment, of decisions in the
 * unit that took them. Private communities are nobody else's.
 */
export async function actsBetween(db: Reader, from: Date, to: Date): Promise<ActRow[]> {
  const during = (column: string) => sql`${sql.ref(column)} >= ${from} and ${sql.ref(column)} < ${to}`
  const { rows } = await sql<ActRow>`
    with known as (select id from community where visibility <> 'private'), act as (
      select 'inquiries' as what, asked_by as person, asked_at as at, null::uuid as unit from inquiry
      where ${during('asked_at')} and hidden_at is null and exists (
        select from inquiry_community held join known on known.id = held.community_id where held.inquiry_id = inquiry.id)
      union all
      select 'practices', made_by, made_at, null from practice join known on known.id = practice.community_id
      where ${during('made_at')} and hidden_at is null
      union all
      select 'uses', used.person_id, used.at, null from application used
      join practice on practice.id = used.practice_id join known on known.id = practice.community_id
      where ${during('used.at')} and used.withdrawn_at is null
      union all
      select 'runs', run.started_by, run.started_at, null from run
      join practice on practice.id = run.practice_id join known on known.id = practice.community_id
      where ${during('run.started_at')}
      union all
      select case adoption.state when 'trying' then 'trials' else 'adoptions' end, null, adoption.at, adoption.unit_id from adoption
      join practice on practice.id = adoption.practice_id join known on known.id = practice.community_id
      where ${during('adoption.at')} and adoption.state in ('trying', 'adopted')
    )
    select coalesce(act.unit, place.unit_id) as unit_id, what, count(*)::int as count,
           coalesce(array_agg(distinct person) filter (where person is not null), '{}') as people
    from act left join lateral (
      select unit_id from position
      where position.person_id = act.person and from_day <= act.at::date and (to_day is null or to_day >= act.at::date)
        and unit_id is not null order by from_day desc limit 1) place on act.person is not null
    group by 1, 2 order by 1, 2`.execute(db)
  return rows
}

/** Each unit with the one it belongs to. */
export const unitTree = (db: Reader): Promise<{ id: string; parentId: string | null }[]> =>
  db.selectFrom('unit').select(['id', 'parentId']).orderBy('id').execute()

export async function quartersReckoned(db: Reader): Promise<Set<string>> {
  const rows = await db.selectFrom('unitEdition').select('quarter').where('unitId', 'is', null).execute()
  return new Set(rows.map(({ quarter }) => quarter))
}

/** What is published once stays; of two processes one writes. */
export async function saveUnitEdition(
  tx: Writer,
  quarter: string,
  figures: readonly { unitId: string | null; figure: Explored | null }[],
): Promise<void> {
  const rows = figures.map(({ unitId, figure }) => ({ unit_id: unitId, figure }))
  await sql`
    insert into unit_edition (quarter, unit_id, figure)
    select ${quarter}::date, unit_id, figure
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as added (unit_id uuid, figure jsonb)
    on conflict do nothing`.execute(tx)
}

export interface UnitRow {
  unit: { id: string; name: string } | null
  quarter: string
  figure: Explored | null
}

/** What was published of units that are still there, and of the organization, in the order of their names. */
export async function unitEditions(db: Reader, units: readonly string[] | 'all', quarters: number): Promise<UnitRow[]> {
  const { rows } = await sql<UnitRow>`
    select case when unit.id is not null then json_build_object('id', unit.id, 'name', unit.name) end as unit,
           held.quarter, case when jsonb_typeof(held.figure) = 'object' then held.figure end as figure
    from unit_edition held left join unit on unit.id = held.unit_id
    where held.quarter > current_date - ${quarters * 92}::int and unit.closed_on is null
      and ${units === 'all' ? sql`true` : sql`held.unit_id = any(${units}::uuid[])`}
    order by held.unit_id is not null, plain(unit.name), held.unit_id, held.quarter`.execute(db)
  return rows
}
