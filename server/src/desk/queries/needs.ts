import { personJson, type PersonRow } from '#organization/index.ts'
import { type RawBuilder, sql } from 'kysely'
import { reportsFor, reportsToOffice } from './reported.ts'
import { titleOf } from './title.ts'

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
    | 'practice_proposed'
    | 'no_steward'
    | 'survey_waiting'
    | 'pair_proposed'
    | 'pair_question'
    | 'assessment_waiting'
    | 'report_waiting'
    | 'sheet_reported'
    | 'report_of_all'
  subjectKind:
    | 'inquiry'
    | 'practice'
    | 'community'
    | 'escalation'
    | 'signal'
    | 'person'
    | 'survey'
    | 'needs_assessment'
    | 'story'
    | 'value_report'
    | 'imperative'
    | 'pair'
  subjectId: string
  /** Of an inquiry, where nothing sets it apart from anybody who may read it. */
  title: string | null
  communityId: string | null
  by: PersonRow | null
  at: string
  due: string | null
}

const most = 20

/** What waits for this person, the longest first within what is due. */
export const needsOf = (personId: RawBuilder<string>) => sql`
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
    union all
    (${practicesFor(personId)} limit ${sql.lit(most)})
    union all
    (${surveysFor(personId)} limit ${sql.lit(most)})
    union all
    (${pairsFor(personId)} limit ${sql.lit(most)})
    union all
    (${assessmentsFor(personId)} limit ${sql.lit(most)})
    union all
    (${reportsToOffice(personId)} limit ${sql.lit(most)})
    union all
    (${withoutFacilitator(personId)} limit ${sql.lit(most)})
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

/** Practices that wait for a steward: to become current, or for somebody who keeps them trustworthy. */
const practicesFor = (personId: RawBuilder<string>) => sql`
  select case when practice.state = 'proposed' then 'practice_proposed' else 'no_steward' end, 'practice', practice.id,
         practice.community_id, case when practice.state = 'proposed' then practice.made_by end, practice.changed_at, null::date
  from membership mine join practice on practice.community_id = mine.community_id
  where mine.person_id = ${personId} and mine.roles && '{steward,facilitator}' and (
    practice.state = 'proposed'
    or practice.state = 'current' and not exists (
      select from person where person.id = practice.steward_id and person.erased_at is null
        and (person.left_on is null or person.left_on > current_date)))
  order by practice.changed_at`

/** Pairs that were proposed to this person, who has not answered, and those that ended lately without a word on whether it helped. */
const pairsFor = (personId: RawBuilder<string>) => sql`
  select case when pair.state = 'proposed' then 'pair_proposed' else 'pair_question' end, 'pair', pair.id, null::uuid, null::uuid,
         coalesce(pair.ended_at, round.at), case when pair.state = 'proposed' then round.answer_by else round.ends_on + 14 end
  from pairing_part mine join pairing_pair pair on pair.id = mine.pair_id join pairing_round round on round.id = pair.round_id
  where mine.person_id = ${personId} and (
    pair.state = 'proposed' and mine.answer is null and round.answer_by >= current_date
    or pair.state = 'ended' and mine.help is null and round.ends_on + 14 >= current_date)
  order by 7, pair.id`

/** Surveys that asked this person, who has neither answered nor said no. */
const surveysFor = (personId: RawBuilder<string>) => sql`
  select 'survey_waiting', 'survey', survey.id, null::uuid, null::uuid, survey.opened_at, survey.closes_on
  from survey_person asked join survey on survey.id = asked.survey_id and survey.state = 'open'
  where asked.person_id = ${personId} and asked.state in ('asked', 'begun')
  order by survey.closes_on`

/** Needs assessments that asked this person, who has neither finished nor said no. */
const assessmentsFor = (personId: RawBuilder<string>) => sql`
  select 'assessment_waiting', 'needs_assessment', asks.id, null::uuid, null::uuid, asks.opened_at, asks.closes_on
  from needs_assessment_person asked
  join needs_assessment asks on asks.id = asked.assessment_id and asks.state = 'open' and asks.closes_on >= current_date
  where asked.person_id = ${personId} and asked.state in ('asked', 'begun')
  order by asks.closes_on`

/** Communities that nobody facilitates: it is for those who carry another role there. */
const withoutFacilitator = (personId: RawBuilder<string>) => sql`
  select 'no_facilitator', 'community', community.id, community.id, null::uuid, community.created_at, null::date
  from membership mine join community on community.id = mine.community_id and community.closed_at is null
  where mine.person_id = ${personId} and mine.roles <> '{}' and not exists (
    select from membership other join person on person.id = other.person_id
    where other.community_id = community.id and 'facilitator' = any(other.roles)
      and (person.left_on is null or person.left_on > current_date))
  order by community.id`
