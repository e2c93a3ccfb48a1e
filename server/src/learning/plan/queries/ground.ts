import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'
import { present } from '../../queries.ts'

/** Plans are made by the knowledge office and by those who facilitate a community. */
export async function facilitates(db: Reader, person: string): Promise<boolean> {
  const { rows } = await sql`
    select from membership join community on community.id = community_id
    where person_id = ${person} and 'facilitator' = any(roles) and closed_at is null limit 1`.execute(db)
  return rows.length > 0
}

export interface CommunityRow {
  id: string
  slug: string
  name: string
  short: string
  colour: number
  parentId: string | null
}

/** Communities that everybody may know of. */
export async function knownCommunities(db: Reader): Promise<CommunityRow[]> {
  const { rows } = await sql<CommunityRow>`
    select id, slug, name, short, colour, parent_id as "parentId" from community
    where closed_at is null and visibility <> 'private' order by name, id`.execute(db)
  return rows
}

export async function knownMembers(db: Reader): Promise<{ communityId: string; personId: string }[]> {
  const { rows } = await sql<{ communityId: string; personId: string }>`
    select community_id as "communityId", person_id as "personId"
    from membership join community on community.id = community_id join person on person.id = person_id
    where closed_at is null and visibility <> 'private' and ${present}
    order by community_id, person_id`.execute(db)
  return rows
}

export interface TopicRow {
  id: string
  name: string
  parentId: string | null
  communityId: string
}

export async function knownTopics(db: Reader): Promise<TopicRow[]> {
  const { rows } = await sql<TopicRow>`
    select topic.id, topic.name, topic.parent_id as "parentId", community_id as "communityId"
    from topic join community on community.id = community_id
    where topic.gone is null and closed_at is null and visibility <> 'private' order by topic.name, topic.id`.execute(
    db,
  )
  return rows
}

export interface ItemRow {
  id: string
  title: string
  minutes: number
  kind: 'practice' | 'document' | 'course' | 'gathering' | 'person' | 'link'
  expiresOn: string | null
  topics: string[]
}

/** What is offered today and everybody may know of. */
export async function plannedItems(db: Reader, today: string): Promise<ItemRow[]> {
  const { rows } = await sql<ItemRow>`
    select item.id, item.title, item.minutes, item.kind, item.expires_on as "expiresOn",
      array(select topic_id from learning_item_topic where item_id = item.id order by topic_id) as topics
    from learning_item item
    left join practice on practice.id = item.practice_id
    left join community on community.id = practice.community_id
    where item.retired_at is null and (item.expires_on is null or item.expires_on >= ${today})
      and (item.kind <> 'person' or item.agreed_at is not null)
      and (item.practice_id is null or (practice.state = 'current' and community.visibility <> 'private'))
    order by item.id`.execute(db)
  return rows
}

/** "Not for me" to an item or to its topic, and "did it". */
export async function passedItems(db: Reader): Promise<{ itemId: string; personId: string }[]> {
  const { rows } = await sql<{ itemId: string; personId: string }>`
    select item_id as "itemId", person_id as "personId" from learning_decline where item_id is not null
    union select tagged.item_id, declined.person_id
      from learning_decline declined join learning_item_topic tagged on tagged.topic_id = declined.topic_id
    union select item_id, person_id from learning_done
    order by 1, 2`.execute(db)
  return rows
}

/** Where everybody works now. */
export async function unitsOfPeople(db: Reader): Promise<{ personId: string; unitId: string }[]> {
  const { rows } = await sql<{ personId: string; unitId: string }>`
    select distinct on (position.person_id) position.person_id as "personId", position.unit_id as "unitId"
    from position join person on person.id = position.person_id
    where unit_id is not null and from_day <= current_date and (to_day is null or to_day > current_date) and ${present}
    order by position.person_id, from_day desc, position.id`.execute(db)
  return rows
}

export async function presentPeople(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from person where ${present} order by id`.execute(db)
  return rows.map(({ id }) => id)
}
