import type { EvidenceRule } from '@mortar/contract/community'
import type { Ground } from '@mortar/contract/inquiry'
import type { AdoptionState, EvidenceState, Outcome, PracticeState } from '@mortar/contract/practice'
import type { Level } from '@mortar/contract/attention'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '#platform/database.ts'
import type { Read } from '#platform/endpoint.ts'
import { inquiryReadable } from './inquiries.ts'
import { type FoundRow, practiceColumns, type RevisionRow, standingOf } from './practices.ts'
import { communityJson, communitySeen, isReadable, practiceWithReader } from './reading.ts'

interface Act {
  byId: string | null
  at: string
}
export interface UnitRow {
  id: string
  name: string
}
export interface ApplicationRow {
  id: string
  outcome: Outcome
  unit: UnitRow | null
  byUnit: boolean
  personId: string | null
  place: string
  changed: string
  different: string
  revision: number
  inquiry: string | null
  run: string | null
  at: string | Date
}
export interface ValidationRow extends Act {
  holds: boolean
  reasons: string
  revision: number
  evidence: {
    rule: EvidenceRule
    state: EvidenceState
    applications: { id: string; outcome: Outcome; unit: string | null }[]
  }
}

export interface PageParts {
  text: Omit<RevisionRow, 'at'> & { at: string }
  following: Level | null
  applications: ApplicationRow[]
  evidence: { worked: number; partly: number; failed: number; people: number; units: number }
  adoptions: (Act & { unit: UnitRow; state: AdoptionState; reason: string })[]
  asked: (Act & { unit: UnitRow; message: string; dueOn: string | null; late: boolean; mine: boolean })[]
  topics: { id: string; name: string }[]
  lastMove: (Act & { state: PracticeState; reason: string }) | null
  verification: (Act & { days: number; note: string }) | null
  validation: ValidationRow | null
  source: { id: string; title: string; by: (string | null)[] } | null
  changes: number
  decides: UnitRow[]
  near: string[]
  redactions: (Act & { ground: Ground })[]
  hasFamily: boolean
  stewardGone: boolean
}

export const applicationJson = sql`json_build_object('id', a.id, 'outcome', a.outcome, 'byUnit', a.by_unit,
  'personId', a.person_id, 'place', a.place, 'changed', a.changed, 'different', a.different, 'revision', a.revision,
  'inquiry', a.inquiry_id, 'run', a.run_id, 'at', a.at,
  'unit', case when unit.id is not null then json_build_object('id', unit.id, 'name', unit.name) end)`

const unitJson = sql`json_build_object('id', unit.id, 'name', unit.name)`

export type PageRow = FoundRow & PageParts

/** Everything a practice page shows, for whoever asks, in one statement; of one that they may not read, nothing. */
export const pageRead: Read<{ id: string }, PageRow> = (me, { id }) => sql`
    select ${practiceColumns}, ${standingOf(me)}, parts.*
    from ${practiceWithReader(me)} cross join lateral (${partsOf(me)}) parts
    where practice.id = ${id}::uuid and ${isReadable(me)}`

const moment = (text: Date | null) => text && new Date(text)

/** What came as JSON, with its moments. */
export const pageRow = (row: PageRow): PageRow => ({
  ...row,
  madeAt: new Date(row.madeAt),
  changedAt: new Date(row.changedAt),
  currentAt: moment(row.currentAt),
  verifiedAt: moment(row.verifiedAt),
  reviewAt: moment(row.reviewAt),
  validatedAt: moment(row.validatedAt),
  hiddenAt: moment(row.hiddenAt),
})

/** What stands beside a `practice`; moments are text. */
const partsOf = (personId: RawBuilder<string>) => sql`
    with near as (select units_around(${personId}) as id)
    select
      (select json_build_object('revision', r.revision, 'title', r.title, 'problem', r.problem, 'worksWhen', r.works_when,
         'worksNot', r.works_not, 'how', r.how, 'steps', r.steps, 'sources', r.sources, 'html', r.html, 'note', r.note,
         'byId', r.by_id, 'takenBy', r.taken_by, 'at', r.at)
       from practice_revision r where r.practice_id = practice.id and r.revision = practice.revision) as text,
      (select level from following where person_id = ${personId} and subject_kind = 'practice' and subject_id = practice.id) as following,
      coalesce((select json_agg(x.j order by x.at desc, x.id desc) from (
        select a.at, a.id, ${applicationJson} as j
        from application a left join unit on unit.id = a.unit_id
        where a.practice_id = practice.id and a.withdrawn_at is null order by a.at desc, a.id desc limit 200) x), '[]') as applications,
      (select json_build_object(
         'worked', count(*) filter (where outcome = 'worked'), 'partly', count(*) filter (where outcome = 'partly'),
         'failed', count(*) filter (where outcome = 'failed'), 'people', count(distinct person_id),
         'units', count(distinct unit_id))
       from application where practice_id = practice.id and withdrawn_at is null) as evidence,
      coalesce((select json_agg(json_build_object('unit', ${unitJson}, 'state', a.state, 'reason', a.reason,
          'byId', a.by_id, 'at', a.at) order by unit.name)
        from adoption a join unit on unit.id = a.unit_id where a.practice_id = practice.id and a.latest), '[]') as adoptions,
      coalesce((select json_agg(json_build_object('unit', ${unitJson}, 'message', p.message, 'dueOn', p.due_on,
          'late', coalesce(p.due_on < current_date, false), 'byId', p.by_id, 'at', p.at, 'mine', p.unit_id in (select near.id from near)) order by p.at)
        from unit_proposal p join unit on unit.id = p.unit_id
        where p.practice_id = practice.id and p.answered_at is null), '[]') as asked,
      coalesce((select json_agg(json_build_object('id', topic.id, 'name', topic.name) order by topic.name)
        from practice_topic t join topic on topic.id = t.topic_id where t.practice_id = practice.id and topic.gone is null), '[]') as topics,
      (select json_build_object('state', m.state, 'reason', m.reason, 'byId', m.by_id, 'at', m.at)
        from practice_move m where m.practice_id = practice.id order by m.at desc, m.id desc limit 1) as "lastMove",
      (select json_build_object('days', v.days, 'note', v.note, 'byId', v.by_id, 'at', v.at)
        from verification_act v where v.practice_id = practice.id order by v.at desc, v.id desc limit 1) as verification,
      case when practice.validated_at is not null then
        (select json_build_object('holds', v.holds, 'reasons', v.reasons, 'revision', v.revision, 'evidence', v.evidence,
           'byId', v.by_id, 'at', v.at)
         from validation v where v.practice_id = practice.id order by v.at desc, v.id desc limit 1) end as validation,
      (select json_build_object('id', inquiry.id, 'title', inquiry.title, 'by',
           coalesce((select json_agg(distinct c.by_id) from practice_source s join contribution c on c.id = s.contribution_id
             where s.practice_id = practice.id and c.withdrawn_at is null and c.hidden_at is null), '[]'))
        from inquiry where inquiry.id = practice.from_inquiry and ${inquiryReadable(personId)}) as source,
      (select count(*) from change_proposal c where c.practice_id = practice.id and c.state = 'waiting') as changes,
      coalesce((select json_agg(${unitJson} order by unit.name) from unit_manager m join unit on unit.id = m.unit_id
        where m.person_id = ${personId} and unit.closed_on is null), '[]') as decides,
      array(select near.id from near) as near,
      coalesce((select json_agg(json_build_object('byId', r.by_id, 'at', r.at, 'ground', r.ground) order by r.at)
        from practice_redaction r where r.practice_id = practice.id), '[]') as redactions,
      practice.variant_of is not null or exists (select from practice child where child.variant_of = practice.id) as "hasFamily",
      not exists (select from person where person.id = practice.steward_id and person.erased_at is null
        and (person.left_on is null or person.left_on > current_date)) as "stewardGone"`

export interface RelativeRow {
  id: string
  title: string
  kind: 'method' | 'tool' | 'document' | 'story' | 'case' | 'routine'
  state: PracticeState
  parent: string | null
  context: string | null
  community: { id: string; slug: string; name: string; short: string; colour: number } | null
}

/** The practices that a practice descends from and that descend from it, as far as the reader may see them. */
export async function familyOf(db: Reader, personId: string, id: string): Promise<RelativeRow[]> {
  const { rows } = await sql<RelativeRow>`
    with recursive up as (
      select id, variant_of, 0 as depth from practice where id = ${id}
      union all select p.id, p.variant_of, up.depth + 1 from practice p join up on p.id = up.variant_of where up.depth < 50
    ), family as (
      select id, 0 as depth from (select id from up where variant_of is null or depth = 50 limit 1) root
      union all select p.id, family.depth + 1 from practice p join family on p.variant_of = family.id where family.depth < 50
    )
    select practice.id, practice.title, practice.kind, practice.state, practice.variant_of as parent,
           practice.variant_context as context,
           case when ${communitySeen(personId)} then ${communityJson} end as community
    from ${practiceWithReader(personId)} join family on family.id = practice.id
    where ${isReadable(personId)}
    order by family.depth, practice.made_at
    limit 200`.execute(db)
  return rows
}
