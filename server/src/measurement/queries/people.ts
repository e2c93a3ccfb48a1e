import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'

export interface Mine {
  amongFive: boolean
  aloneOn: string[]
}

/**
 * For somebody's own eyes: whether they are one of the five who answered most this quarter, of ten or more, and on which
 * topics nobody else answered within a year.
 */
export async function mineIn(db: Reader, communityId: string, personId: string): Promise<Mine> {
  const { rows } = await sql<Mine>`
    select coalesce((
        select bool_or(ranked.person_id = ${personId} and ranked.place <= 5) and count(*) >= 10 from (
          select said.by_id as person_id, row_number() over (order by count(*) desc, said.by_id) as place
          from inquiry_community held join contribution said on said.inquiry_id = held.inquiry_id
          where held.community_id = ${communityId} and held.last_at >= date_trunc('quarter', now(), 'UTC')
            and said.at >= date_trunc('quarter', now(), 'UTC') and said.by_id is not null
            and said.kind in ('answer', 'experience') and said.withdrawn_at is null and said.hidden_at is null
          group by said.by_id) ranked), false) as among_five,
      array(
        select topic.name from contribution said
        join inquiry_topic tagged on tagged.inquiry_id = said.inquiry_id
        join topic on topic.id = tagged.topic_id and topic.community_id = ${communityId} and topic.gone is null
        where said.by_id = ${personId} and said.at > now() - interval '1 year'
          and said.kind in ('answer', 'experience') and said.withdrawn_at is null and said.hidden_at is null
        group by topic.id, topic.name
        having not exists (
          select from inquiry_topic other join contribution theirs on theirs.inquiry_id = other.inquiry_id
          where other.topic_id = topic.id and theirs.by_id <> ${personId} and theirs.at > now() - interval '1 year'
            and theirs.kind in ('answer', 'experience') and theirs.withdrawn_at is null and theirs.hidden_at is null)
        order by topic.name) as alone_on`.execute(db)
  return rows[0]!
}
