import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'

/** The units of the chart on a day, in the order of their ids; what opened later may be what people were in then. */
export async function unitsOn(db: Reader, day: string): Promise<{ id: string; parentId: string | null }[]> {
  const { rows } = await sql<{ id: string; parentId: string | null }>`
    select id, parent_id from unit where closed_on is null or closed_on > ${day}::date order by id`.execute(db)
  return rows
}

/**
 * Everybody with the unit they were in on a day: the latest one, where they were in several. Of those whose history
 * begins later, the first unit that is known stands for the time before.
 */
export async function placesOn(db: Reader, day: string): Promise<{ personId: string; unitId: string }[]> {
  const { rows } = await sql<{ personId: string; unitId: string }>`
    select distinct on (person_id) person_id, unit_id from position
    where unit_id is not null and (to_day is null or to_day >= ${day}::date)
    order by person_id, from_day <= ${day}::date desc, case when from_day <= ${day}::date then from_day end desc,
             from_day, unit_id`.execute(db)
  return rows
}

/** Who is in which living community. */
export async function membersOfAll(db: Reader): Promise<{ communityId: string; personId: string }[]> {
  const { rows } = await sql<{ communityId: string; personId: string }>`
    select community_id, person_id from membership
    join community on community.id = community_id and community.closed_at is null
    order by community.slug, person_id`.execute(db)
  return rows
}

export interface TopicRow {
  word: string
  from: 'topic' | 'community'
  personIds: string[]
}

/** Topics of inquiries in open communities with who took part in them, and names of open communities with their members. */
export async function topicsWithPeople(db: Reader, window: { from: Date; to: Date }): Promise<TopicRow[]> {
  const { rows } = await sql<TopicRow>`
    with asked as (
      select inquiry.id, inquiry.asked_by as person_id from inquiry
      where inquiry.asked_at between ${window.from} and ${window.to} and inquiry.hidden_at is null
      union all
      select contribution.inquiry_id, contribution.by_id from contribution
      where contribution.at between ${window.from} and ${window.to} and contribution.withdrawn_at is null
    )
    select topic.name as word, 'topic' as "from", array_agg(distinct asked.person_id) as person_ids
    from topic
    join community on community.id = topic.community_id and community.visibility = 'open'
    join inquiry_topic on inquiry_topic.topic_id = topic.id
    join asked on asked.id = inquiry_topic.inquiry_id and asked.person_id is not null
    where topic.gone is null
    group by topic.name having count(distinct asked.person_id) >= 5
    union all
    select community.name, 'community', array_agg(membership.person_id)
    from community join membership on membership.community_id = community.id
    where community.visibility = 'open' and community.closed_at is null
    group by community.id having count(*) >= 5`.execute(db)
  return rows
}

/** The words that people are called by, so that no name becomes what a community is about. */
export async function wordsOfNames(db: Reader): Promise<Set<string>> {
  const { rows } = await sql<{ word: string }>`
    select distinct unnest(regexp_split_to_array(
      lower(name || ' ' || coalesce(split_part(email, '@', 1), '') || ' ' || coalesce(key, '')), '[^[:alpha:]]+')) as word
    from person`.execute(db)
  return new Set(rows.map(({ word }) => word))
}
