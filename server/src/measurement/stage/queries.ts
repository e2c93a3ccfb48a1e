import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'
import type { QuarterOf, StageFacts } from './sign.ts'

export type FactRow = Omit<StageFacts, 'activity' | 'freshness' | 'busFactor' | 'expertLoad'>

/** What of a community members may see anyhow, and counts of people that are shown from five on. */
export async function stageRow(db: Reader, communityId: string): Promise<FactRow> {
  const here = sql`membership.community_id = ${communityId}`
  const holding = (role: string) => sql`
    (select count(*)::int from membership join person on person.id = membership.person_id
      where ${here} and ${role} = any(membership.roles) and (person.left_on is null or person.left_on > current_date))`
  const current = sql`from practice
    where practice.community_id = ${communityId} and practice.state = 'current' and practice.hidden_at is null`
  const { rows } = await sql<FactRow>`
    select
      (select count(*)::int from membership where ${here}) as members,
      case when community.created_at < now() - interval '1 year' then
        (select count(*)::int from (
          select joined_at, null::timestamptz as left_at from membership where ${here}
          union all select joined_at, left_at from past_membership where community_id = ${communityId}) stay
         where joined_at <= now() - interval '1 year' and (left_at is null or left_at > now() - interval '1 year'))
      end as members_before,
      ${holding('facilitator')} as facilitators, ${holding('sponsor')} as sponsors, ${holding('newcomer_host')} as hosts,
      charter.purpose <> '' as purpose, charter.rhythm <> '' as rhythm,
      exists (select from sheet where community_id = community.id and template = 'ladder' and state = 'in_use'
        and discarded_at is null) as ladder,
      asking.askers, asking.asker_units, asking.last_asked,
      (select count(distinct said.by_id)::int
        from inquiry_community held join contribution said on said.inquiry_id = held.inquiry_id
        where held.community_id = community.id and held.last_at >= date_trunc('quarter', now(), 'UTC') - interval '3 months'
          and said.at >= date_trunc('quarter', now(), 'UTC') - interval '3 months'
          and said.at < date_trunc('quarter', now(), 'UTC') and said.kind in ('answer', 'experience')
          and said.withdrawn_at is null and said.hidden_at is null) as answerers,
      (select count(*)::int from (
        select day.person_id from active_day day
        join membership on membership.community_id = day.community_id and membership.person_id = day.person_id
        where day.community_id = community.id and day.day > current_date - 91
        group by day.person_id having count(distinct (current_date - day.day) / 7) >= 6) taking_part) as core,
      (select count(*)::int from inquiry_community held join inquiry on inquiry.id = held.inquiry_id
        where held.community_id = community.id and inquiry.state = 'resolved' and inquiry.hidden_at is null) as helped,
      (select count(*)::int ${current}) as practices,
      (select count(*)::int ${current} and exists (select from person where person.id = practice.steward_id
        and (person.left_on is null or person.left_on > current_date))) as stewarded,
      (select count(*)::int ${current} and practice.validated_at is not null) as validated,
      (select count(distinct latest.unit_id)::int from (
        select distinct on (adoption.practice_id, adoption.unit_id) adoption.unit_id, adoption.state
        from adoption join practice on practice.id = adoption.practice_id
        where practice.community_id = community.id
        order by adoption.practice_id, adoption.unit_id, adoption.at desc, adoption.id desc) latest
       where latest.state in ('trying', 'adopted')) as units
    from community
    join charter on charter.community_id = community.id and charter.version = community.charter_version
    cross join lateral (
      select count(distinct inquiry.asked_by) filter (where inquiry.asked_at > now() - interval '1 year')::int as askers,
        count(distinct position.unit_id) filter (where inquiry.asked_at > now() - interval '1 year')::int as asker_units,
        (current_date - max(inquiry.asked_at)::date) as last_asked
      from inquiry_community held join inquiry on inquiry.id = held.inquiry_id and inquiry.hidden_at is null
      left join position on position.person_id = inquiry.asked_by and position.to_day is null
      where held.community_id = community.id) asking
    where community.id = ${communityId}`.execute(db)
  return rows[0]!
}

/** What was asked and replied in each of the last whole quarters since the community began, with how many people did. */
export async function activityOf(db: Reader, communityId: string, quarters: number): Promise<QuarterOf[]> {
  const { rows } = await sql<QuarterOf>`
    select to_char(span.first, 'YYYY-MM-DD') as quarter, count(done.by)::int as doings, count(distinct done.by)::int as people
    from community
    cross join lateral generate_series(
      date_trunc('quarter', now(), 'UTC') - make_interval(months => 3 * ${quarters}),
      date_trunc('quarter', now(), 'UTC') - interval '3 months', interval '3 months') span(first)
    left join lateral (
      select inquiry.asked_by as by from inquiry_community held join inquiry on inquiry.id = held.inquiry_id
      where held.community_id = community.id and inquiry.hidden_at is null and inquiry.withdrawn_at is null
        and inquiry.asked_at >= span.first and inquiry.asked_at < span.first + interval '3 months'
      union all
      select said.by_id from inquiry_community held join contribution said on said.inquiry_id = held.inquiry_id
      where held.community_id = community.id and held.last_at >= span.first and said.at >= span.first
        and said.at < span.first + interval '3 months' and said.withdrawn_at is null and said.hidden_at is null
    ) done on true
    where community.id = ${communityId} and span.first >= date_trunc('quarter', community.created_at, 'UTC')
    group by span.first order by span.first`.execute(db)
  return rows
}
