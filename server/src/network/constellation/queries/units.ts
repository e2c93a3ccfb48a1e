import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'

export interface UnitOfDay {
  id: string
  name: string
  people: number
  inside: number
  itself: boolean
}

/** The chart as it hung on a day: of what came later in history, the first that is known stands for the time before. */
export const chartOf = (day: string) => sql`
  chart as materialized (
    select unit.id, coalesce(then_was.name, unit.name) as name,
           case when then_was.unit_id is null then unit.parent_id else then_was.parent_id end as parent_id
    from unit
    left join lateral (
      select unit_id, name, parent_id from unit_history history
      where history.unit_id = unit.id
      order by (history.from_day <= ${day}::date) desc,
               case when history.from_day <= ${day}::date then history.from_day end desc, history.from_day
      limit 1
    ) then_was on true
    where (unit.opened_on is null or unit.opened_on <= ${day}::date)
      and (unit.closed_on is null or unit.closed_on > ${day}::date)
  )`

/** Each person of that day with the shown unit that they are in or below. */
export const placedIn = (day: string, within: string | null) => sql`
  below as (
    select id as top, id from chart where ${within === null ? sql`parent_id is null` : sql`parent_id = ${within}`}
    union all select below.top, chart.id from chart join below on chart.parent_id = below.id
  ), placed as materialized (
    select distinct coalesce(below.top, position.unit_id) as top, position.person_id
    from position left join below on below.id = position.unit_id
    where (below.id is not null or position.unit_id = ${within})
      and position.from_day <= ${day}::date and (position.to_day is null or position.to_day >= ${day}::date)
  )`

/** Of the people of a day those who are in the bricks of a picture, by the first unit of their brick. */
export interface Place {
  day: string
  within: string | null
  /** Which units are drawn, and the first unit of the brick that each is part of. */
  units: string[]
  bricks: string[]
}

export const drawnIn = ({ day, within, units, bricks }: Place) => sql`
  ${placedIn(day, within)}, drawn as materialized (
    select distinct brick.first as top, placed.person_id
    from placed join unnest(${units}::uuid[], ${bricks}::uuid[]) brick (unit, first) on brick.unit = placed.top
  )`

/** How many people are in each brick, each counted once. */
export async function peopleInBricks(db: Reader, place: Place): Promise<Map<string, number>> {
  const { rows } = await sql<{ top: string; people: number }>`
    with recursive ${chartOf(place.day)}, ${drawnIn(place)}
    select top, count(*)::int as people from drawn group by top`.execute(db)
  return new Map(rows.map(({ top, people }) => [top, people]))
}

/** The units inside a unit on a day, and the unit itself where people are in none of them. */
export async function unitsOfDay(db: Reader, day: string, within: string | null): Promise<UnitOfDay[]> {
  const { rows } = await sql<UnitOfDay>`
    with recursive ${chartOf(day)}, ${placedIn(day, within)}
    select chart.id, chart.name, count(placed.person_id)::int as people, coalesce(chart.id = ${within}, false) as itself,
           (select count(*)::int from chart child where child.parent_id = chart.id) as inside
    from chart left join placed on placed.top = chart.id
    where ${within === null ? sql`chart.parent_id is null` : sql`chart.parent_id = ${within} or chart.id = ${within}`}
    group by chart.id, chart.name
    having chart.id is distinct from ${within} or count(placed.person_id) > 0
    order by chart.name, chart.id`.execute(db)
  return rows
}

export interface UnitAbove {
  id: string
  name: string
}

/** From the top of that day's chart down to a unit, itself last; nothing when it was not there. */
export async function wayDown(db: Reader, day: string, unit: string): Promise<UnitAbove[]> {
  const { rows } = await sql<UnitAbove>`
    with recursive ${chartOf(day)}, up as (
      select id, name, parent_id, 0 as height from chart where id = ${unit}
      union all select chart.id, chart.name, chart.parent_id, height + 1 from chart join up on chart.id = up.parent_id
      where height < 100
    )
    select id, name from up order by height desc`.execute(db)
  return rows
}

/** The one unit at the top of that day's chart, if it is one. */
export async function headOfChart(db: Reader, day: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    with ${chartOf(day)} select id from chart where parent_id is null limit 2`.execute(db)
  return rows.length === 1 ? rows[0]!.id : null
}

/** Who answers for each unit now. */
export async function headsOf(db: Reader, units: string[]): Promise<{ unitId: string; personId: string }[]> {
  const { rows } = await sql<{ unitId: string; personId: string }>`
    select distinct on (unit_id) unit_id, person_id from unit_manager
    where unit_id = any(${units}::uuid[]) and role = 'manager' order by unit_id, since, person_id`.execute(db)
  return rows
}

/** Which of the bricks each of these units is in or below, by the first unit of the brick. */
export async function bricksAbove(db: Reader, place: Place, units: string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; top: string }>`
    with recursive ${chartOf(place.day)}, ${placedIn(place.day, place.within)}
    select id, top from below where id = any(${units}::uuid[])`.execute(db)
  const brick = new Map(place.units.map((unit, n) => [unit, place.bricks[n]!]))
  return new Map(rows.flatMap(({ id, top }) => (brick.has(top) ? [[id, brick.get(top)!] as const] : [])))
}
