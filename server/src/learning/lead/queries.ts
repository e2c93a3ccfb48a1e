import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'
import { offeredOn } from '../item/queries.ts'
import { present } from '../queries.ts'

export interface AskedIn {
  topicId: string
  unitId: string | null
  people: number
}

/** How many people shared a need in a topic with a community or declared an interest in it, by the unit they work in now. */
export async function askedByTopic(db: Reader): Promise<AskedIn[]> {
  const { rows } = await sql<AskedIn>`
    with wanted as (
      select need.topic_id, need.person_id from need where need.met_at is null
        and exists (select from need_share share where share.need_id = need.id and share.community_id is not null)
      union select topic_id, person_id from interest
    )
    select wanted.topic_id as "topicId", held.unit_id as "unitId", count(*)::int as people
    from wanted join person on person.id = wanted.person_id and ${present}
    left join lateral (
      select position.unit_id from position
      where position.person_id = person.id and position.unit_id is not null and position.from_day <= current_date
        and (position.to_day is null or position.to_day >= current_date) order by position.from_day desc limit 1) held on true
    group by 1, 2 order by 1, 2`.execute(db)
  return rows
}

/** How many offered items there are on each topic. */
export async function itemsByTopic(db: Reader, today: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ topicId: string; items: number }>`
    select about.topic_id as "topicId", count(*)::int as items
    from learning_item_topic about join learning_item item on item.id = about.item_id
    where ${offeredOn(today)} group by 1`.execute(db)
  return new Map(rows.map(({ topicId, items }) => [topicId, items]))
}

/** Items whose last day comes soon or came lately, the earliest first. */
export async function expiringItems(db: Reader, today: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from learning_item item
    where retired_at is null and (kind <> 'person' or agreed_at is not null)
      and expires_on between ${today}::date - 30 and ${today}::date + 60
    order by expires_on, plain(title), id limit 50`.execute(db)
  return rows.map(({ id }) => id)
}

export async function lawItems(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from learning_item where law_reason is not null and retired_at is null order by plain(title), id limit 50`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}
