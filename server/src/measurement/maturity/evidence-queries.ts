import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'
import type { CommunityFacts } from './questions/of-community.ts'
import type { OrganizationFacts } from './questions/of-organization.ts'

export type CommunityRow = Pick<
  CommunityFacts,
  'boundary' | 'charterVersions' | 'reviewAhead' | 'aims' | 'escalationsDecided'
>

export async function communityRow(db: Reader, communityId: string): Promise<CommunityRow> {
  const { rows } = await sql<CommunityRow>`
    select charter.not_about <> '' as boundary, community.charter_version as charter_versions,
      coalesce(charter.review_on >= current_date, false) as review_ahead,
      (select count(*)::int from imperative_service service join imperative on imperative.id = service.imperative_id
        where service.community_id = community.id and imperative.ended_at is null
          and (imperative.to_day is null or imperative.to_day >= current_date)) as aims,
      (select count(*)::int from escalation
        where escalation.community_id = community.id and escalation.state in ('decided', 'done')) as escalations_decided
    from community
    join charter on charter.community_id = community.id and charter.version = community.charter_version
    where community.id = ${communityId}`.execute(db)
  return rows[0]!
}

export type OrganizationRow = Omit<OrganizationFacts, 'freshness'>

/** Counts over all communities that are not private. */
export async function organizationRow(db: Reader): Promise<OrganizationRow> {
  const holders = (role: string) => sql`
    (select count(*) from membership join person on person.id = membership.person_id
      where membership.community_id = known.id and ${role} = any(membership.roles)
        and (person.left_on is null or person.left_on > current_date))`
  const { rows } = await sql<OrganizationRow>`
    with known as (select * from community where visibility <> 'private'),
    alive as (
      select known.id, known.origin, known.form, ${holders('facilitator')} as facilitators, ${holders('sponsor')} as sponsors,
        exists (select from practice where practice.community_id = known.id and practice.state = 'current'
          and practice.hidden_at is null) as has_practice,
        exists (select from practice where practice.community_id = known.id and practice.state = 'current'
          and practice.hidden_at is null and practice.validated_at is not null) as has_validated,
        exists (select from imperative_service service join imperative on imperative.id = service.imperative_id
          where service.community_id = known.id and imperative.ended_at is null
            and (imperative.to_day is null or imperative.to_day >= current_date)) as serves,
        exists (select from stage_move where stage_move.community_id = known.id) as staged
      from known where known.closed_at is null),
    decision as (
      select distinct on (adoption.practice_id, adoption.unit_id) adoption.unit_id, adoption.state
      from adoption join practice on practice.id = adoption.practice_id join known on known.id = practice.community_id
      order by adoption.practice_id, adoption.unit_id, adoption.at desc, adoption.id desc),
    proposed as (
      select exists (select from adoption where adoption.practice_id = sent.practice_id
          and adoption.unit_id = sent.unit_id and adoption.at >= sent.at) as answered
      from unit_proposal sent join practice on practice.id = sent.practice_id
      join known on known.id = practice.community_id),
    put as (
      select escalation.due_on, (select min(move.at) from escalation_move move
        where move.escalation_id = escalation.id and move.act = 'decide') as decided_at
      from escalation join known on known.id = escalation.community_id
      where escalation.due_on <= current_date and escalation.state <> 'withdrawn')
    select
      (select count(*)::int from alive) as living,
      (select count(*)::int from alive where origin = 'emergent') as emergent,
      (select count(*)::int from alive where origin = 'initiated') as initiated,
      (select count(*)::int from known where closed_at is not null) as ended,
      (select count(*)::int from alive where facilitators > 0) as facilitated,
      (select count(*)::int from alive where facilitators > 1) as facilitated_by_two,
      (select count(*)::int from alive where form <> 'informal') as backed,
      (select count(*)::int from alive where form <> 'informal' and sponsors > 0) as sponsored,
      (select count(*)::int from alive where has_practice) as with_practice,
      (select count(*)::int from alive where has_validated) as with_validated,
      (select count(distinct unit_id)::int from decision where state in ('trying', 'adopted')) as units,
      (select count(*)::int from proposed) as proposals,
      (select count(*)::int from proposed where answered) as proposals_answered,
      (select count(*)::int from practice join known on known.id = practice.community_id
        where practice.variant_of is not null and practice.hidden_at is null) as variants,
      (select count(*)::int from imperative where ended_at is null and from_day <= current_date
        and (to_day is null or to_day >= current_date)) as aims,
      (select count(*)::int from alive where serves) as serving,
      (select count(*)::int from put) as due,
      (select count(*)::int from put where decided_at < due_on + 1) as decided_in_time,
      (select count(*)::int from alive where staged) as staged,
      (select count(*)::int from sheet join known on known.id = sheet.community_id
        where sheet.template = 'review' and sheet.state = 'done' and sheet.discarded_at is null) as reviews,
      (select count(*)::int from maturity_assessment where community_id is null
        and ended_at > now() - interval '2 years') as assessments`.execute(db)
  return rows[0]!
}
