import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'

export interface UnitTieRow {
  oneId: string
  otherId: string
  observed: number
  expected: number
  people: number
}

export async function unitTiesOf(db: Reader, run: string, most: number) {
  const { rows: units } = await sql<{ id: string; name: string; inAll: number }>`
    with each_unit as (
      select one_id as id, observed from unit_tie where run_id = ${run}
      union all select other_id, observed from unit_tie where run_id = ${run} and other_id <> one_id
    ), summed as (
      select id, sum(observed) as ties, count(*) over ()::int as in_all from each_unit group by id
      order by ties desc, id limit ${most}
    )
    select unit.id, unit.name, summed.in_all from summed join unit using (id) order by unit.name, unit.id`.execute(db)
  const ids = units.map(({ id }) => id)
  const { rows: pairs } = await sql<UnitTieRow>`
    select one_id, other_id, observed, expected, people from unit_tie
    where run_id = ${run} and one_id = any(${ids}::uuid[]) and other_id = any(${ids}::uuid[])`.execute(db)
  return { units, pairs }
}
