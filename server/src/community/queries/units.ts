import { sql } from 'kysely'
import type { Database } from '#platform/database.ts'

const atOnce = 20

/** Counts in how many units the people of some communities work today: of those never counted, and of those counted an hour ago. */
export const countUnits = ({ db }: { db: Database }) =>
  sql`
  insert into community_units (community_id, units)
  select due.id, (
    select count(distinct position.unit_id) from membership join position using (person_id)
    where membership.community_id = due.id and position.to_day is null)
  from (
    select community.id from community left join community_units counted on counted.community_id = community.id
    where counted.counted_at is null or counted.counted_at < now() - interval '1 hour'
    order by counted.counted_at nulls first limit ${sql.lit(atOnce)}) due
  order by due.id
  on conflict (community_id) do update set units = excluded.units, counted_at = excluded.counted_at`.execute(db)
