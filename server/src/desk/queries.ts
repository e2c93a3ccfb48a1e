import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'

/** How many people of a unit are in each community. */
export async function communitiesOfUnit(db: Reader, unitId: string): Promise<{ id: string; people: number }[]> {
  const { rows } = await sql<{ id: string; people: number }>`
    select membership.community_id as id, count(distinct membership.person_id) as people
    from position join membership on membership.person_id = position.person_id
    where position.unit_id = ${unitId} and position.from_day <= current_date
      and (position.to_day is null or position.to_day >= current_date)
    group by membership.community_id
    order by 2 desc, 1`.execute(db)
  return rows
}

/** Communities of a person, and the latest inquiries they asked and those where what they wrote helped. */
export async function workOf(db: Reader, personId: string) {
  const { rows } = await sql<{ communities: string[]; asked: string[]; helped: string[] }>`
    select array(select community_id from membership where person_id = ${personId}) as communities,
           array(select id from inquiry where asked_by = ${personId} order by asked_at desc limit 5) as asked,
           array(select inquiry_id from contribution
                 where by_id = ${personId} and helped_at is not null and withdrawn_at is null and hidden_at is null
                 group by inquiry_id order by max(at) desc limit 5) as helped`.execute(db)
  return rows[0]!
}
