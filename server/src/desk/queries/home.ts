import type { CommunityLink } from '@mortar/contract/common'
import { personJson, type PersonRow } from '#organization/index.ts'
import { isInvited } from '#community/index.ts'
import { plainTitle } from '#inquiry/index.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Read } from '#platform/endpoint.ts'

export interface NeedRow {
  kind:
    | 'asked_by_name'
    | 'review_due'
    | 'change_proposed'
    | 'unit_proposal'
    | 'join_request'
    | 'erasure_asked'
    | 'no_facilitator'
    | 'escalation_put'
    | 'escalation_alone'
    | 'signal_watched'
  subjectKind: 'inquiry' | 'practice' | 'community' | 'escalation' | 'signal' | 'person'
  subjectId: string
  /** Of an inquiry, where nothing sets it apart from anybody who may read it. */
  title: string | null
  communityId: string | null
  by: PersonRow | null
  at: string
  due: string | null
}

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
  empty: boolean
  invited: boolean
}

const most = 20

/** What a person's home shows, in one statement; moments are text. What may be read of it, the pages' own rooms say. */
export const homeRead: Read<object, HomeRow> = (me) => {
  const listed = (rows: RawBuilder<unknown>) => sql`(select coalesce(json_agg(listed), '[]') from (${rows}) listed)`
  return sql`
    select ${listed(needsOf(me))} as needs, ${listed(communitiesOf(me))} as communities,
           ${listed(newsOf(me))} as news, not exists (select from community) as empty, ${isInvited(me)} as invited`
}

export const titleOf = (me: RawBuilder<string>, table: string) => sql`
  case when ${sql.ref(`${table}.subject_kind`)} = 'inquiry' then ${plainTitle(me, sql.ref(`${table}.subject_id`))} end as title`

/** What waits for this person, the longest first within what is due. */
const needsOf = (personId: RawBuilder<string>) => sql`
  select need.kind, need.subject_kind as "subjectKind", need.subject_id as "subjectId", ${titleOf(personId, 'need')},
         need.community_id as "communityId", ${personJson(sql`need.by_id`)} as by, need.at, need.due
  from (
    (select 'asked_by_name' as kind, 'inquiry' as subject_kind, asked.inquiry_id as subject_id,
            (select min(place.community_id::text)::uuid from inquiry_community place where place.inquiry_id = asked.inquiry_id) as community_id,
            asked.by_id, asked.at, null::date as due
     from asked_person asked join inquiry on inquiry.id = asked.inquiry_id
     where asked.person_id = ${personId} and asked.declined_at is null and inquiry.state = 'open'
       and not exists (select from contribution said where said.inquiry_id = inquiry.id and said.by_id = ${personId})
     order by asked.at limit ${sql.lit(most)})
    union all
    (select 'review_due', 'practice', id, community_id, null::uuid, review_at, review_at::date
     from practice
     where steward_id = ${personId} and state = 'current' and review_at < now() + interval '14 days'
     order by practice.review_at limit ${sql.lit(most)})
    union all
    (select 'change_proposed', 'practice', practice.id, practice.community_id, change.by_id, change.at, null::date
     from change_proposal change join practice on practice.id = change.practice_id
     where practice.steward_id = ${personId} and change.state = 'waiting'
     order by change.at limit ${sql.lit(most)})
    union all
    (select 'unit_proposal', 'practice', proposal.practice_id, practice.community_id, proposal.by_id, proposal.at, proposal.due_on
     from unit_manager mine
     join unit_proposal proposal on proposal.unit_id = mine.unit_id and proposal.answered_at is null
     join practice on practice.id = proposal.practice_id
     where mine.person_id = ${personId}
     order by proposal.at limit ${sql.lit(most)})
    union all
    (select 'join_request', 'community', request.community_id, request.community_id, request.person_id, request.at, null::date
     from membership mine join join_request request on request.community_id = mine.community_id and request.state = 'waiting'
     where mine.person_id = ${personId} and 'facilitator' = any(mine.roles)
     order by request.at limit ${sql.lit(most)})
    union all
    (${escalationsFor(personId)} limit ${sql.lit(most)})
    union all
    (${watchedFor(personId)} limit ${sql.lit(most)})
    union all
    (select 'erasure_asked', 'person', erasure.person_id, null::uuid, erasure.person_id, erasure.asked_at, null::date
     from knowledge_office mine join erasure on erasure.state = 'asked'
     where mine.person_id = ${personId}
     order by erasure.asked_at limit ${sql.lit(most)})
    union all
    (${reportsFor(personId)} limit ${sql.lit(most)})
    order by due nulls last, at
    limit ${sql.lit(most)}) need`

/** What is put to this person and waits for an answer, and what of their communities nobody answers for. */
const escalationsFor = (personId: RawBuilder<string>) => sql`
  select case when put.manager_id is null then 'escalation_alone' else 'escalation_put' end, 'escalation', put.id,
         put.community_id, put.sent_by, put.sent_at, put.due_on
  from escalation put
  where put.state in ('sent', 'received', 'decided') and (
    (${personId} = put.delegate_id or ${personId} = put.manager_id and put.delegate_id is null)
      and (put.state <> 'decided' or put.answer = 'later')
    or put.manager_id is null and exists (
      select from membership mine where mine.community_id = put.community_id and mine.person_id = ${personId}
        and 'facilitator' = any(mine.roles)))
  order by put.due_on, put.id`

/** Signals that a community this person facilitates wanted to look at again by now. */
const watchedFor = (personId: RawBuilder<string>) => sql`
  select 'signal_watched', 'signal', signal.id, signal.community_id, null::uuid, signal.found_at, signal.watch_until
  from membership mine
  join signal on signal.community_id = mine.community_id and signal.outcome = 'watch' and signal.watch_until <= current_date
  where mine.person_id = ${personId} and 'facilitator' = any(mine.roles)
  order by signal.watch_until, signal.id`

/** Pages that somebody reported where this person facilitates: each once, and not by whom. */
const reportsFor = (personId: RawBuilder<string>) => sql`
  select distinct on (page.id) 'report_waiting', page.kind, page.id, page.community_id, null::uuid, report.at, null::date
  from report
  left join contribution said on report.subject_kind = 'contribution' and said.id = report.subject_id
  cross join lateral (
    select 'inquiry' as kind, place.inquiry_id as id, place.community_id from inquiry_community place
    where place.inquiry_id = coalesce(said.inquiry_id, report.subject_id)
    union all
    select 'practice', practice.id, practice.community_id from practice where practice.id = report.subject_id) page
  join membership mine on mine.community_id = page.community_id
  where report.decision is null and mine.person_id = ${personId} and 'facilitator' = any(mine.roles)
  order by page.id, report.at`

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

/** The latest of each page in my communities, by others, since I was there or in the last week. */
const newsOf = (personId: RawBuilder<string>) => sql`
  select latest.community_id as "communityId", latest.at, latest.verb, latest.subject_kind as "subjectKind",
         latest.subject_id as "subjectId", ${titleOf(personId, 'latest')}, ${personJson(sql`latest.actor_id`)} as actor
  from (
    select * from (
      select distinct on (lately.subject_id) mine.community_id, lately.*
      from membership mine
      join community on community.id = mine.community_id and community.closed_at is null
      cross join lateral (select greatest(mine.visited_at, now() - interval '7 days') as moment) since
      cross join lateral (
        select subject_kind, subject_id,
               case when own then other_at else at end as at,
               case when own then other_verb else verb end as verb,
               case when own then other_actor_id else actor_id end as actor_id
        from (
          select *, news.actor_id is not distinct from ${personId} as own from news
          where community_id = mine.community_id and at > since.moment
          order by at desc limit ${lookedAt}) moved) lately
      where mine.person_id = ${personId} and lately.at > since.moment
      order by lately.subject_id, lately.at desc) page
    order by at desc limit ${lines}) latest
  order by latest.at desc`
