import { type RawBuilder, sql } from 'kysely'
import { daysToAnswer } from '#network/index.ts'

type Me = RawBuilder<string>

// Each gives the same columns: kind, subject_kind, subject_id, community_id, by_id, at, due.

/** Inquiries that somebody was asked by name to answer. */
export const askedByName = (me: Me) => sql`
  select 'asked_by_name' as kind, 'inquiry' as subject_kind, asked.inquiry_id as subject_id,
         (select min(place.community_id::text)::uuid from inquiry_community place where place.inquiry_id = asked.inquiry_id) as community_id,
         asked.by_id, asked.at, null::date as due
  from asked_person asked join inquiry on inquiry.id = asked.inquiry_id
  where asked.person_id = ${me} and asked.declined_at is null and inquiry.state = 'open'
    and not exists (select from contribution said where said.inquiry_id = inquiry.id and said.by_id = ${me})
    and exists (
      select from inquiry_community place join community on community.id = place.community_id
      where place.inquiry_id = inquiry.id and community.closed_at is null)
  order by asked.at`

/** Practices that this person keeps, due for another look. */
export const reviewsOf = (me: Me) => sql`
  select 'review_due', 'practice', id, community_id, null::uuid, review_at, review_at::date
  from practice
  where steward_id = ${me} and state = 'current' and review_at < now() + interval '14 days'
  order by practice.review_at`

/** Changes that others proposed to practices that this person keeps. */
export const changesTo = (me: Me) => sql`
  select 'change_proposed', 'practice', practice.id, practice.community_id, change.by_id, change.at, null::date
  from change_proposal change join practice on practice.id = change.practice_id
  where practice.steward_id = ${me} and change.state = 'waiting'
  order by change.at`

/** Practices proposed to the units that this person manages. */
export const proposalsTo = (me: Me) => sql`
  select 'unit_proposal', 'practice', proposal.practice_id, practice.community_id, proposal.by_id, proposal.at, proposal.due_on
  from unit_manager mine
  join unit_proposal proposal on proposal.unit_id = mine.unit_id and proposal.answered_at is null
  join practice on practice.id = proposal.practice_id
  where mine.person_id = ${me}
  order by proposal.at`

/** Who asks to join a community that this person facilitates. */
export const requestsTo = (me: Me) => sql`
  select 'join_request', 'community', request.community_id, request.community_id, request.person_id, request.at, null::date
  from membership mine join join_request request on request.community_id = mine.community_id and request.state = 'waiting'
  where mine.person_id = ${me} and 'facilitator' = any(mine.roles)
  order by request.at`

/** Who asked the knowledge office to be erased. */
export const erasuresFor = (me: Me) => sql`
  select 'erasure_asked', 'person', erasure.person_id, null::uuid, erasure.person_id, erasure.asked_at, null::date
  from knowledge_office mine join erasure on erasure.state = 'asked'
  where mine.person_id = ${me}
  order by erasure.asked_at`

/** What is put to this person and waits for an answer. */
export const escalationsTo = (me: Me) => sql`
  select 'escalation_put', 'escalation', put.id, put.community_id, put.sent_by, put.sent_at, put.due_on
  from escalation put
  where put.state in ('sent', 'received', 'decided')
    and (${me} = put.delegate_id or ${me} = put.manager_id and put.delegate_id is null)
    and (put.state <> 'decided' or put.answer = 'later')
  order by put.due_on, put.id`

/** What the communities that this person facilitates put to somebody, and nobody answers for now. */
export const escalationsAlone = (me: Me) => sql`
  select 'escalation_alone', 'escalation', put.id, put.community_id, put.sent_by, put.sent_at, put.due_on
  from membership mine
  join escalation put on put.community_id = mine.community_id and put.manager_id is null
    and put.state in ('sent', 'received', 'decided')
  where mine.person_id = ${me} and 'facilitator' = any(mine.roles)
  order by put.due_on, put.id`

/** Signals that a community this person facilitates wanted to look at again by now. */
export const watchedBy = (me: Me) => sql`
  select 'signal_watched', 'signal', signal.id, signal.community_id, null::uuid, signal.found_at, signal.watch_until
  from membership mine
  join signal on signal.community_id = mine.community_id and signal.outcome = 'watch' and signal.watch_until <= current_date
  where mine.person_id = ${me} and 'facilitator' = any(mine.roles)
  order by signal.watch_until, signal.id`

/** Practices that wait for a steward: to become current, or for somebody who keeps them trustworthy. */
export const practicesFor = (me: Me) => sql`
  select case when practice.state = 'proposed' then 'practice_proposed' else 'no_steward' end, 'practice', practice.id,
         practice.community_id, case when practice.state = 'proposed' then practice.made_by end, practice.changed_at, null::date
  from membership mine join practice on practice.community_id = mine.community_id
  where mine.person_id = ${me} and mine.roles && '{steward,facilitator}' and (
    practice.state = 'proposed'
    or practice.state = 'current' and not exists (
      select from person where person.id = practice.steward_id and person.erased_at is null
        and (person.left_on is null or person.left_on > current_date)))
  order by practice.changed_at`

/** Pairs that were proposed to this person, who has not answered, and those that ended lately without a word on whether it helped. */
export const pairsOf = (me: Me) => sql`
  select case when pair.state = 'proposed' then 'pair_proposed' else 'pair_question' end, 'pair', pair.id, null::uuid, null::uuid,
         coalesce(pair.ended_at, round.at), case when pair.state = 'proposed' then round.answer_by else round.ends_on + 14 end
  from pairing_part mine join pairing_pair pair on pair.id = mine.pair_id join pairing_round round on round.id = pair.round_id
  where mine.person_id = ${me} and (
    pair.state = 'proposed' and mine.answer is null and round.answer_by >= current_date
    or pair.state = 'ended' and mine.help is null and round.ends_on + 14 >= current_date)
  order by 7, pair.id`

/** Surveys that asked this person, who has neither answered nor said no. */
export const surveysOf = (me: Me) => sql`
  select 'survey_waiting', 'survey', survey.id, null::uuid, null::uuid, survey.opened_at, survey.closes_on
  from survey_person asked join survey on survey.id = asked.survey_id and survey.state = 'open'
  where asked.person_id = ${me} and asked.state in ('asked', 'begun')
  order by survey.closes_on`

/** Whether a community that was found is one: asked in private, of those who seem to be in it. */
export const recognitionsOf = (me: Me) => sql`
  select 'recognition_asked', 'recognition', recognition.id, null::uuid, null::uuid, asked.asked_at,
         (recognition.started_at + make_interval(days => ${sql.lit(daysToAnswer)}))::date
  from recognition_question asked join recognition on recognition.id = asked.recognition_id and recognition.state = 'asking'
  where asked.person_id = ${me} and asked.answer is null
  order by asked.asked_at`

/** Needs assessments that asked this person, who has neither finished nor said no. */
export const assessmentsOf = (me: Me) => sql`
  select 'assessment_waiting', 'needs_assessment', asks.id, null::uuid, null::uuid, asks.opened_at, asks.closes_on
  from needs_assessment_person asked
  join needs_assessment asks on asks.id = asked.assessment_id and asks.state = 'open' and asks.closes_on >= current_date
  where asked.person_id = ${me} and asked.state in ('asked', 'begun')
  order by asks.closes_on`

const facilitated = sql`exists (
    select from membership other join person on person.id = other.person_id
    where other.community_id = community.id and 'facilitator' = any(other.roles)
      and (person.left_on is null or person.left_on > current_date))`

/** Communities that nobody facilitates: it is for those who carry another role there. */
export const withoutFacilitator = (me: Me) => sql`
  select 'no_facilitator', 'community', community.id, community.id, null::uuid, community.created_at, null::date
  from membership mine join community on community.id = mine.community_id and community.closed_at is null
  where mine.person_id = ${me} and mine.roles <> '{}' and not ${facilitated}
  order by community.id`

const whoLeft = sql`
  join membership held on held.community_id = community.id and held.roles <> '{}'
  join person gone on gone.id = held.person_id and gone.left_on <= current_date`
const roleLeft = sql`
  select 'role_left', 'community', community.id, community.id, gone.id, gone.left_on::timestamptz, null::date`

/** Who left the organization and still holds a role in a community that this person facilitates: it waits to be handed on. */
export const rolesLeft = (me: Me) => sql`
  ${roleLeft}
  from membership mine join community on community.id = mine.community_id and community.closed_at is null ${whoLeft}
  where mine.person_id = ${me} and 'facilitator' = any(mine.roles)
  order by gone.left_on, gone.id`

/** The same, for the knowledge office, in communities that nobody facilitates, as far as it may know of them. */
export const rolesLeftAlone = (me: Me) => sql`
  ${roleLeft}
  from community ${whoLeft}
  -- Asked first and once, before any community is looked at.
  where exists (select from knowledge_office where person_id = ${me})
    and community.closed_at is null and community.visibility <> 'private' and not ${facilitated}
  order by gone.left_on, gone.id`
