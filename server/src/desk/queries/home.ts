import type { CommunityLink } from '@mortar/contract/common'
import { personJson, type PersonRow } from '#organization/index.ts'
import { isInvited } from '#community/index.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Read } from '#platform/endpoint.ts'
import { type NeedRow, needsOf } from './needs.ts'
import { titleOf } from './title.ts'

export interface MineRow extends CommunityLink {
  unanswered: number
  needsFacilitator: boolean
}

export interface NewsRow {
  communityId: string
  at: string
  verb: string
  subjectKind: 'inquiry' | 'practice' | 'community' | 'escalation'
  subjectId: string
  title: string | null
  actor: PersonRow | null
}

export interface HomeRow {
  needs: NeedRow[]
  communities: MineRow[]
  news: NewsRow[]
  /** Of pages that I follow elsewhere. */
  followed: NewsRow[]
  empty: boolean
  invited: boolean
}

/** What a person's home shows, in one statement; moments are text. What may be read of it, the pages' own rooms say. */
export const homeRead: Read<object, HomeRow> = (me) => {
  const listed = (rows: RawBuilder<unknown>) => sql`(select coalesce(json_agg(listed), '[]') from (${rows}) listed)`
  return sql`
    select ${listed(needsOf(me))} as needs, ${listed(communitiesOf(me))} as communities,
           ${listed(newsOf(me))} as news, ${listed(followedOf(me))} as followed,
           not exists (select from community) as empty, ${isInvited(me)} as invited`
}

/** My living communities by name, with what waits there. */
const communitiesOf = (personId: RawBuilder<string>) => sql`
  select community.id, community.slug, community.name, community.short, community.colour,
         (select count(*) from inquiry_community place
          where place.community_id = community.id and place.unanswered_since is not null) as unanswered,
         not exists (select from membership other join person on person.id = other.person_id
          where other.community_id = community.id and 'facilitator' = any(other.roles)
            and (person.left_on is null or person.left_on > current_date)) as "needsFacilitator"
  from membership mine join community on community.id = mine.community_id and community.closed_at is null
  where mine.person_id = ${personId}
  order by plain(community.name)`

/** So many pages of a community are looked at: more than are shown, since of some only I moved last. */
const lookedAt = sql.lit(30)
const lines = sql.lit(12)

const chose = (me: RawBuilder<string>, kind: string, id: string, level: string) => sql`
  exists (select from following chosen where chosen.person_id = ${me} and chosen.subject_kind = ${sql.lit(kind)}
    and chosen.subject_id = ${sql.ref(id)} and chosen.level = ${sql.lit(level)})`

/** Where I hear of what happens: my communities, but for those that I want nothing of, and those that I follow from outside. */
const placesOf = (me: RawBuilder<string>) => sql`
  select community.id as community_id, mine.visited_at
  from membership mine join community on community.id = mine.community_id and community.closed_at is null
  where mine.person_id = ${me} and not ${chose(me, 'community', 'community.id', 'nothing')}
  union all
  select community.id, null from following join community on community.id = following.subject_id and community.closed_at is null
  where following.person_id = ${me} and following.subject_kind = 'community' and following.level = 'everything'
    and not exists (select from membership mine where mine.community_id = community.id and mine.person_id = ${me})`

/** What others did last on a page: where I moved it after them, what they did before. */
const byOthers = (me: RawBuilder<string>) => sql`
  case when news.actor_id is not distinct from ${me} then news.other_at else news.at end as at,
  case when news.actor_id is not distinct from ${me} then news.other_verb else news.verb end as verb,
  case when news.actor_id is not distinct from ${me} then news.other_actor_id else news.actor_id end as actor_id`

const shown = (me: RawBuilder<string>) => sql`
  select latest.community_id as "communityId", latest.at, latest.verb, latest.subject_kind as "subjectKind",
         latest.subject_id as "subjectId", ${titleOf(me, 'latest')}, ${personJson(sql`latest.actor_id`)} as actor`

/** The latest of each page where I hear of what happens, by others, since I was there or in the last week. */
const newsOf = (me: RawBuilder<string>) => sql`
  ${shown(me)}
  from (
    select * from (
      select distinct on (lately.subject_id) mine.community_id, lately.*
      from (${placesOf(me)}) mine
      cross join lateral (select greatest(mine.visited_at, now() - interval '7 days') as moment) since
      cross join lateral (
        select subject_kind, subject_id, ${byOthers(me)}
        from (
          select * from news
          where community_id = mine.community_id and at > since.moment
            and not exists (select from following chosen where chosen.person_id = ${me} and chosen.level = 'nothing'
              and chosen.subject_kind = news.subject_kind and chosen.subject_id = news.subject_id)
          order by at desc limit ${lookedAt}) news) lately
      where lately.at > since.moment
      order by lately.subject_id, lately.at desc) page
    order by at desc limit ${lines}) latest
  order by latest.at desc`

/** The latest of each page that I follow where I am not, by others in the last week. */
const followedOf = (me: RawBuilder<string>) => sql`
  ${shown(me)}
  from (
    select * from (
      select distinct on (news.subject_id) news.community_id, news.subject_kind, news.subject_id, ${byOthers(me)}
      from following join news on news.subject_id = following.subject_id and news.subject_kind = following.subject_kind
      where following.person_id = ${me} and following.level = 'everything' and following.subject_kind <> 'community'
        and not exists (select from (${placesOf(me)}) place where place.community_id in (
          select also.community_id from news also where also.subject_id = news.subject_id))
      order by news.subject_id, news.at desc) page
    where at > now() - interval '7 days'
    order by at desc limit ${lines}) latest
  order by latest.at desc`
