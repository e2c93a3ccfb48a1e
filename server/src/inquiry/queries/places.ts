import type { CommunityLink } from '@mortar/contract/common'
import type { Visibility } from '@mortar/contract/community'
import { isGuest } from '#organization/index.ts'
import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'

export interface PlaceRow extends CommunityLink {
  visibility: Visibility
  member: boolean
  topics: { id: string; name: string }[]
}

/** Communities that take an inquiry from a person, their own first; named ones whatever the words are. */
export async function placesToAsk(
  db: Reader,
  personId: string,
  { words, ids }: { words: string; ids: string[] },
): Promise<PlaceRow[]> {
  const { rows } = await sql<PlaceRow>`
    select community.id, slug, name, short, colour, visibility, membership.person_id is not null as member,
      coalesce((
        select json_agg(json_build_object('id', topic.id, 'name', topic.name) order by topic.name)
        from topic where topic.community_id = community.id and topic.gone is null), '[]') as topics
    from community
    left join membership on membership.community_id = community.id and membership.person_id = ${personId}
    where closed_at is null and (visibility = 'open' and not ${isGuest(personId)} or membership.person_id is not null)
      and (community.id = any(${ids}::uuid[])
        or (${words} <> '' and plain(name || ' ' || short) like '%' || plain(${words}) || '%')
        or (${words} = '' and cardinality(${ids}::uuid[]) = 0))
    order by membership.person_id is null, plain(name)
    limit 20`.execute(db)
  return rows
}
