import type { CommunityLink, PersonName } from '@mortar/contract/common'
import { isGuest, personNameJson } from '#organization/index.ts'
import { isInvited } from '#community/index.ts'
import { plainTitleIn } from '#inquiry/index.ts'
import { joinedPulses } from '#measurement/index.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Read } from '#platform/endpoint.ts'
import { type Cause, mayNeed } from './needs.ts'

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
  actor: PersonName | null
}

interface LineRow extends NewsRow {
  /** Of a page that I follow where I am not. */
  followed: boolean
}

export interface HomeRow {
  /** What may wait for me; of most people nothing does. */
  mayNeed: Cause[]
  /** I said yes to pulses. */
  pulses: boolean
  communities: MineRow[]
  news: LineRow[]
  empty: boolean
  invited: boolean
}

/**
 * What a person's home shows, in one statement; moments are text. What may be read of it, the pages' own rooms say: only
 * the title of an inquiry comes along where nothing stands in its way, and then they need not be asked.
 */
export const homeRead: Read<object, HomeRow> = (me) => {
  const listed = (rows: RawBuilder<unknown>) => sql`(select coalesce(json_agg(listed), '[]') from (${rows}) listed)`
  return sql`
    with mine as materialized (${mine(me)}),
    quiet as materialized (${quiet(me)}),
    place as materialized (${places(me)})
    select ${mayNeed(me)} as "mayNeed", ${joinedPulses(me)} as pulses, ${listed(communities)} as communities,
           ${listed(lines(me))} as news, ${isInvited(me)} as invited,
           not exists (select from mine) and not exists (select from community) as empty`
}

/** My living communities. */
const mine = (me: RawBuilder<string>) => sql`
  select community.id, community.slug, community.name, community.short, community.colour, membership.visited_at
  from membership join community on community.id = membership.community_id and community.closed_at is null
  where membership.person_id = ${me}`

/** What I want to hear nothing of. */
const quiet = (me: RawBuilder<string>) => sql`
  select coalesce(array_agg(subject_id), '{}') as ids from following where person_id = ${me} and level = 'nothing'`

/** Where I hear of what happens: my communities, and those that I follow from outside; and whether I read inside. */
const places = (me: RawBuilder<string>) => sql`
  select mine.id, mine.visited_at, true as inside from mine, quiet where mine.id <> all(quiet.ids)
  union all
  select community.id, null, community.visibility = 'open' and not ${isGuest(me)}
  from following join community on community.id = following.subject_id and community.closed_at is null
  where following.person_id = ${me} and following.subject_kind = 'community' and following.level = 'everything'
    and community.id not in (select id from mine)`

/** More than anybody answers in a day. */
const counted = sql.lit(100)

/** My communities by name, with what waits there. */
const communities = sql`
  select mine.id, mine.slug, mine.name, mine.short, mine.colour,
         (select count(*) from (
            select from inquiry_community held
            where held.community_id = mine.id and held.unanswered_since is not null limit ${counted}) waiting) as unanswered,
         not exists (select from membership other join person on person.id = other.person_id
          where other.community_id = mine.id and 'facilitator' = any(other.roles)
            and (person.left_on is null or person.left_on > current_date)) as "needsFacilitator"
  from mine order by plain(mine.name)`

/** So many pages of a community are looked at: more than are shown, since of some only I moved last. */
const lookedAt = sql.lit(30)
const most = sql.lit(12)

/** What others did last on a page: where I moved it after them, what they did before. */
const byOthers = (me: RawBuilder<string>) => sql`
  case when news.actor_id is not distinct from ${me} then news.other_at else news.at end as at,
  case when news.actor_id is not distinct from ${me} then news.other_verb else news.verb end as verb,
  case when news.actor_id is not distinct from ${me} then news.other_actor_id else news.actor_id end as actor_id`

/** What is new where I hear of it, and on pages that I follow elsewhere, the latest first. */
const lines = (me: RawBuilder<string>) => sql`
  select line.community_id as "communityId", line.at, line.verb, line.subject_kind as "subjectKind",
         line.subject_id as "subjectId", line.followed,
         case when line.inside and line.subject_kind = 'inquiry'
           then ${plainTitleIn(sql`line.subject_id`, sql`line.community_id`)} end as title,
         ${personNameJson(sql`line.actor_id`)} as actor
  from ((${news(me)} limit ${most}) union all (${followed(me)} limit ${most})) line
  order by line.at desc`

/** The latest of each page where I hear of what happens, by others, since I was there or in the last week. */
const news = (me: RawBuilder<string>) => sql`
  select * from (
    select distinct on (lately.subject_id) place.id as community_id, place.inside, lately.*, false as followed
    from place
    cross join lateral (select greatest(place.visited_at, now() - interval '7 days') as moment) since
    cross join lateral (
      select subject_kind, subject_id, ${byOthers(me)}
      from (
        select news.* from news, quiet
        where news.community_id = place.id and news.at > since.moment and news.subject_id <> all(quiet.ids)
        order by news.at desc limit ${lookedAt}) news) lately
    where lately.at > since.moment
    order by lately.subject_id, lately.at desc) page
  order by at desc`

/** The latest of each page that I follow where I am not, by others in the last week. */
const followed = (me: RawBuilder<string>) => sql`
  select * from (
    select distinct on (news.subject_id) news.community_id, (
             select visibility = 'open' and not ${isGuest(me)} from community where community.id = news.community_id) as inside, news.subject_kind, news.subject_id,
           ${byOthers(me)}, true as followed
    from following join news on news.subject_id = following.subject_id and news.subject_kind = following.subject_kind
    where following.person_id = ${me} and following.level = 'everything' and following.subject_kind <> 'community'
      and not exists (select from place where place.id in (
        select also.community_id from news also where also.subject_id = news.subject_id))
    order by news.subject_id, news.at desc) page
  where at > now() - interval '7 days'
  order by at desc`
