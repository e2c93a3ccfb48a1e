import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'

export interface NeedRow {
  kind: 'asked_by_name' | 'review_due' | 'change_proposed' | 'unit_proposal' | 'join_request' | 'no_facilitator'
  subjectKind: 'inquiry' | 'practice' | 'community'
  subjectId: string
  communityId: string | null
  byId: string | null
  at: Date
  due: string | null
}

const most = 20

/** What waits for this person, the longest first within what is due. */
export async function needsOf(db: Reader, personId: string): Promise<NeedRow[]> {
  const { rows } = await sql<NeedRow>`
    (select 'asked_by_name' as kind, 'inquiry' as subject_kind, asked.inquiry_id as subject_id,
            (select min(place.community_id::text)::uuid from inquiry_community place where place.inquiry_id = asked.inquiry_id) as community_id,
            asked.by_id, asked.at, null::date as due
     from asked_person asked join inquiry on inquiry.id = asked.inquiry_id
     where asked.person_id = ${personId} and asked.declined_at is null and inquiry.state = 'open'
       and not exists (select from contribution said where said.inquiry_id = inquiry.id and said.by_id = ${personId})
     order by asked.at limit ${most})
    union all
    (select 'review_due', 'practice', id, community_id, null::uuid, review_at, review_at::date
     from practice
     where steward_id = ${personId} and state = 'current' and review_at < now() + interval '14 days'
     order by practice.review_at limit ${most})
    union all
    (select 'change_proposed', 'practice', practice.id, practice.community_id, change.by_id, change.at, null::date
     from change_proposal change join practice on practice.id = change.practice_id
     where practice.steward_id = ${personId} and change.state = 'waiting'
     order by change.at limit ${most})
    union all
    (select 'unit_proposal', 'practice', proposal.practice_id, practice.community_id, proposal.by_id, proposal.at, proposal.due_on
     from unit_manager mine
     join unit_proposal proposal on proposal.unit_id = mine.unit_id and proposal.answered_at is null
     join practice on practice.id = proposal.practice_id
     where mine.person_id = ${personId}
     order by proposal.at limit ${most})
    union all
    (select 'join_request', 'community', request.community_id, request.community_id, request.person_id, request.at, null::date
     from membership mine join join_request request on request.community_id = mine.community_id and request.state = 'waiting'
     where mine.person_id = ${personId} and 'facilitator' = any(mine.roles)
     order by request.at limit ${most})
    order by due nulls last, at
    limit ${most}`.execute(db)
  return rows
}

export interface MineRow {
  id: string
  visitedAt: Date | null
  unanswered: number
  needsFacilitator: boolean
}

/** My living communities by name, with what waits there. */
export async function communitiesOf(db: Reader, personId: string): Promise<MineRow[]> {
  const { rows } = await sql<MineRow>`
    select community.id, mine.visited_at,
           (select count(*) from inquiry_community place join inquiry on inquiry.id = place.inquiry_id
            where place.community_id = community.id and inquiry.state = 'open' and inquiry.answers = 0
              and inquiry.merged_into is null and inquiry.hidden_at is null) as unanswered,
           not exists (select from membership other join person on person.id = other.person_id
            where other.community_id = community.id and 'facilitator' = any(other.roles)
              and (person.left_on is null or person.left_on > current_date)) as needs_facilitator
    from membership mine join community on community.id = mine.community_id and community.closed_at is null
    where mine.person_id = ${personId}
    order by plain(community.name)`.execute(db)
  return rows
}

export interface NewsRow {
  communityId: string
  at: Date
  verb: string
  subjectKind: 'inquiry' | 'practice' | 'community'
  subjectId: string
  actorId: string | null
}

/** The latest of each page in these communities, by others, since the person was there or in the last week. */
export async function newsIn(
  db: Reader,
  personId: string,
  communityIds: string[],
  verbs: string[],
): Promise<NewsRow[]> {
  if (communityIds.length === 0) return []
  const { rows } = await sql<NewsRow>`
    with lately as materialized (
      select at, verb, subject_kind, subject_id, actor_id, community_ids from activity
      where at > now() - interval '7 days' and community_ids && ${communityIds}::uuid[] and verb = any(${verbs})
        and actor_id is distinct from ${personId}
    ), latest as (
      select distinct on (lately.subject_id) mine.community_id, lately.at, lately.verb, lately.subject_kind,
             lately.subject_id, lately.actor_id
      from lately join membership mine on mine.community_id = any(lately.community_ids)
      where mine.person_id = ${personId} and mine.community_id = any(${communityIds}::uuid[])
        and lately.at > coalesce(mine.visited_at, '-infinity')
      order by lately.subject_id, lately.at desc
    )
    select * from latest order by at desc limit 12`.execute(db)
  return rows
}

export async function isEmpty(db: Reader): Promise<boolean> {
  const { rows } = await sql`select 1 from community limit 1`.execute(db)
  return rows.length === 0
}

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
