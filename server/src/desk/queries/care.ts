import type { Role } from '@mortar/contract/community'
import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'

export interface CareRow {
  unanswered: { id: string; title: string; since: string }[]
  allUnanswered: number
  newcomers: { id: string; since: string }[]
  rhythm: string
  review: string | null
  requests: number
  practices: { id: string; title: string; due: string; steward: string | null }[]
  facilitators: number
  leaving: { id: string; roles: Role[]; on: string }[]
  topics: { id: string; name: string; lately: number; earlier: number }[]
}

const most = 12

/** All that waits for whoever carries a community, in one statement. */
export async function careOf(db: Reader, communityId: string, personId: string): Promise<CareRow> {
  const list = (rows: ReturnType<typeof sql>) => sql`(select coalesce(jsonb_agg(listed), '[]') from (${rows}) listed)`
  const waiting = sql`from inquiry_community held
    where held.community_id = ${communityId} and held.unanswered_since < now() - interval '1 day'`
  const { rows } = await sql<CareRow>`
    select
      ${list(sql`select inquiry.id, inquiry.title, waiting.unanswered_since as since
        from (select inquiry_id, unanswered_since ${waiting} order by unanswered_since, inquiry_id limit ${most}) waiting
        join inquiry on inquiry.id = waiting.inquiry_id order by 3, 1`)} as unanswered,
      (select count(*)::int ${waiting}) as all_unanswered,
      ${list(sql`select person.id, membership.joined_at as since
        from membership join person on person.id = membership.person_id
        where membership.community_id = ${communityId} and membership.joined_at > now() - interval '60 days'
          and membership.by_act <> 'founded' and membership.person_id <> ${personId}
          and (person.left_on is null or person.left_on > current_date)
          and not exists (select from greeting
            where greeting.community_id = membership.community_id and greeting.person_id = membership.person_id)
        order by membership.joined_at, person.id limit ${most}`)} as newcomers,
      charter.rhythm, charter.review_on as review,
      (select count(*)::int from join_request where community_id = community.id and state = 'waiting') as requests,
      ${list(sql`select id, title, review_at as due, steward_id as steward from practice
        where community_id = ${communityId} and state = 'current' and hidden_at is null
          and review_at < now() + interval '14 days' order by review_at, id limit ${most}`)} as practices,
      (select count(*)::int from membership join person on person.id = membership.person_id
        where membership.community_id = community.id and 'facilitator' = any(membership.roles)
          and (person.left_on is null or person.left_on > current_date)) as facilitators,
      ${list(sql`select person.id, membership.roles, person.left_on as "on"
        from membership join person on person.id = membership.person_id
        where membership.community_id = ${communityId} and membership.roles <> '{}'
          and person.left_on <= current_date + 60 order by person.left_on, person.id limit ${most}`)} as leaving,
      ${list(sql`select topic.id, topic.name,
          count(*) filter (where inquiry.asked_at > now() - interval '90 days')::int as lately,
          count(*) filter (where inquiry.asked_at <= now() - interval '90 days')::int as earlier
        from topic join inquiry_topic tagged on tagged.topic_id = topic.id
        join inquiry on inquiry.id = tagged.inquiry_id and inquiry.hidden_at is null
          and inquiry.asked_at > now() - interval '1 year'
        where topic.community_id = ${communityId} and topic.gone is null group by topic.id, topic.name order by 3 desc, 4 desc, 2`)} as topics
    from community join charter on charter.community_id = community.id and charter.version = community.charter_version
    where community.id = ${communityId}`.execute(db)
  return rows[0]!
}
