import { personJson, type PersonRow } from '#organization/index.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '#platform/database.ts'
import { statement } from '#platform/statement.ts'
import { reportsFor, reportsToOffice } from './reported.ts'
import { titleOf } from './title.ts'
import * as due from './waiting.ts'

export interface NeedRow {
  kind:
    | 'asked_by_name'
    | 'review_due'
    | 'change_proposed'
    | 'unit_proposal'
    | 'join_request'
    | 'erasure_asked'
    | 'no_facilitator'
    | 'role_left'
    | 'escalation_put'
    | 'escalation_alone'
    | 'signal_watched'
    | 'practice_proposed'
    | 'no_steward'
    | 'survey_waiting'
    | 'recognition_asked'
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
    | 'recognition'
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
  at: Date
  due: string | null
}

const most = 20

type Me = RawBuilder<string>

/** What something may wait for somebody by, each told at little cost. */
const causes = {
  asked: (me: Me) => sql`select from asked_person where person_id = ${me}`,
  carries: (me: Me) => sql`select from membership where person_id = ${me} and roles <> '{}'`,
  keeps: (me: Me) => sql`select from practice where steward_id = ${me}`,
  manages: (me: Me) => sql`select from unit_manager where person_id = ${me}`,
  answersFor: (me: Me) => sql`select from escalation where ${me} in (manager_id, delegate_id)`,
  office: (me: Me) => sql`select from knowledge_office where person_id = ${me}`,
  surveyed: (me: Me) => sql`select from survey_person where person_id = ${me}`,
  recognises: (me: Me) => sql`select from recognition_question where person_id = ${me} and answer is null`,
  paired: (me: Me) => sql`select from pairing_part where person_id = ${me}`,
  assessed: (me: Me) => sql`select from needs_assessment_person where person_id = ${me}`,
}
export type Cause = keyof typeof causes

const waiting: Record<Cause, ((me: Me) => RawBuilder<unknown>)[]> = {
  asked: [due.askedByName],
  carries: [
    due.requestsTo,
    due.escalationsAlone,
    due.watchedBy,
    reportsFor,
    due.practicesFor,
    due.withoutFacilitator,
    due.rolesLeft,
  ],
  keeps: [due.reviewsOf, due.changesTo],
  manages: [due.proposalsTo],
  answersFor: [due.escalationsTo],
  office: [due.erasuresFor, reportsToOffice, due.rolesLeftAlone],
  surveyed: [due.surveysOf],
  recognises: [due.recognitionsOf],
  paired: [due.pairsOf],
  assessed: [due.assessmentsOf],
}

/** By what something may wait for somebody, as a JSON list: for most people nothing does, and then no more is read. */
export const mayNeed = (me: Me) => {
  const each = Object.entries(causes).map(
    ([cause, rows]) => sql`case when exists (${rows(me)}) then ${sql.lit(cause)} end`,
  )
  return sql`to_json(array_remove(array[${sql.join(each)}], null))`
}

/** One statement for each set of causes that occurs: of what cannot be there nothing is looked at. */
const statements = new Map<string, ReturnType<typeof needsBy>>()

/** What waits for this person by these causes, the longest first within what is due. */
export function needsOf(db: Reader, me: string, by: Cause[]): Promise<NeedRow[]> {
  const name = by.join(' ')
  const read = statements.get(name) ?? needsBy(by)
  statements.set(name, read)
  return read(db, { me })
}

const none = sql`
  (select null as kind, null as subject_kind, null::uuid as subject_id, null::uuid as community_id, null::uuid as by_id,
          null::timestamptz as at, null::date as due
   where false)`

const needsBy = (by: Cause[]) =>
  statement<{ me: string }, NeedRow>(
    ({ me }) => sql`
    select need.kind, need.subject_kind, need.subject_id, ${titleOf(me, 'need')}, need.community_id,
           ${personJson(sql`need.by_id`)} as by, need.at, need.due
    from (
      select * from (
        ${sql.join(
          [none, ...by.flatMap((cause) => waiting[cause].map((rows) => sql`(${rows(me)} limit ${sql.lit(most)})`))],
          sql` union all `,
        )}) waiting
      order by due nulls last, at
      limit ${sql.lit(most)}) need`,
  )
