import type { CommunityLink } from '@mortar/contract/common'
import type { EvidenceRule } from '@mortar/contract/community'
import type { Outcome, PracticeKind, PracticeState } from '@mortar/contract/practice'
import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import { communityJson, communitySeen, isReadable, practiceWithReader } from './reading.ts'

interface Link {
  id: string
  title: string
  kind: PracticeKind
  state: PracticeState
}
type Tended = Link & { community: CommunityLink | null }

export interface StewardshipRow {
  reviews: (Tended & { reviewAt: string; overdue: boolean })[]
  proposed: (Tended & { at: string })[]
  changes: (Tended & { waiting: number; at: string })[]
  evidence: (Tended & {
    since: { worked: number; partly: number; failed: number }
    at: string
    rule: EvidenceRule
    tally: { applications: number; people: number; units: number; worked: number }
    open: boolean
  })[]
  orphans: Tended[]
}

const link = sql`json_build_object('id', t.id, 'title', t.title, 'kind', t.kind, 'state', t.state, 'community', t.community)::jsonb`

/** What waits for somebody on the practices that they tend, as steward of the practice or of its community. */
export async function stewardshipOf(db: Reader, personId: string): Promise<StewardshipRow> {
  const { rows } = await sql<StewardshipRow>`
    with t as materialized (
      select practice.*, ${communityJson} as community, community.evidence_rule as rule,
        (select max(v.at) from validation v where v.practice_id = practice.id) as decided_at
      from ${practiceWithReader(personId)}
      where practice.state in ('proposed', 'current')
        and (practice.steward_id = ${personId} or mine.roles && '{steward,facilitator}')
    ), used as (
      select t.id, max(a.at) as at, count(*) as applications, count(distinct a.person_id) as people,
        count(distinct a.unit_id) as units, count(*) filter (where a.outcome = 'worked') as worked,
        count(*) filter (where a.outcome = 'worked' and a.at > looked.at) as new_worked,
        count(*) filter (where a.outcome = 'partly' and a.at > looked.at) as new_partly,
        count(*) filter (where a.outcome = 'failed' and a.at > looked.at) as new_failed, max(looked.at) as looked_at
      from t join application a on a.practice_id = t.id and a.withdrawn_at is null
      cross join lateral (select greatest(t.current_at, t.verified_at, t.decided_at) as at) looked
      where t.state = 'current' group by t.id
    )
    select
      coalesce((select json_agg(${link} || jsonb_build_object('reviewAt', t.review_at, 'overdue', t.review_at < now()) order by t.review_at)
        from (select * from t where state = 'current' and review_at < now() + interval '30 days' order by review_at limit 100) t), '[]') as reviews,
      coalesce((select json_agg(${link} || jsonb_build_object('at', t.changed_at) order by t.changed_at)
        from (select * from t where state = 'proposed' order by changed_at limit 100) t), '[]') as proposed,
      coalesce((select json_agg(${link} || jsonb_build_object('waiting', c.waiting, 'at', c.at) order by c.at)
        from t join (select practice_id, count(*) as waiting, min(at) as at from change_proposal where state = 'waiting'
          and practice_id in (select id from t) group by practice_id) c on c.practice_id = t.id), '[]') as changes,
      coalesce((select json_agg(${link} || jsonb_build_object('at', u.at, 'rule', t.rule,
          'since', jsonb_build_object('worked', u.new_worked, 'partly', u.new_partly, 'failed', u.new_failed),
          'tally', jsonb_build_object('applications', u.applications, 'people', u.people, 'units', u.units, 'worked', u.worked),
          'open', t.validated_at is null) order by u.at desc)
        from t join used u on u.id = t.id where u.at > u.looked_at), '[]') as evidence,
      coalesce((select json_agg(${link} order by t.title) from t where t.state = 'current' and not exists (
        select from person where person.id = t.steward_id and person.erased_at is null
          and (person.left_on is null or person.left_on > current_date))), '[]') as orphans`.execute(db)
  return rows[0]!
}

export interface PersonPracticesRow {
  stewards: Link[]
  wrote: Link[]
  applied: { practice: Link; outcome: Outcome; at: string }[]
}

/** What a person brought into the repertoire, where the reader may know that it was them. */
export async function practicesOfPerson(db: Reader, readerId: string, personId: string): Promise<PersonPracticesRow> {
  const plain = sql`json_build_object('id', practice.id, 'title', practice.title, 'kind', practice.kind, 'state', practice.state)`
  const seen = sql`${isReadable(readerId)} and ${communitySeen(readerId)}`
  const { rows } = await sql<PersonPracticesRow>`
    select
      coalesce((select json_agg(x.j order by x.title) from (select practice.title, ${plain} as j
        from ${practiceWithReader(readerId)} where practice.steward_id = ${personId} and practice.state = 'current' and ${seen}
        order by practice.title limit 50) x), '[]') as stewards,
      coalesce((select json_agg(x.j order by x.made_at desc) from (select practice.made_at, ${plain} as j
        from ${practiceWithReader(readerId)} where practice.made_by = ${personId} and ${seen}
        order by practice.made_at desc limit 50) x), '[]') as wrote,
      coalesce((select json_agg(json_build_object('practice', x.j, 'outcome', x.outcome, 'at', x.at) order by x.at desc)
        from (select ${plain} as j, a.outcome, a.at
          from ${practiceWithReader(readerId)} join application a on a.practice_id = practice.id
          where a.person_id = ${personId} and not a.by_unit and a.withdrawn_at is null and ${seen}
          order by a.at desc limit 50) x), '[]') as applied`.execute(db)
  return rows[0]!
}

export interface ToHandOver extends Link {
  stewardId: string | null
  needsSteward: boolean
}

/** What of a community still lives and must not be left alone when it closes. */
export async function livingPracticesOf(db: Reader | Writer, communityId: string): Promise<ToHandOver[]> {
  const { rows } = await sql<ToHandOver>`
    select practice.id, practice.title, practice.kind, practice.state, practice.steward_id,
      not exists (select from person where person.id = practice.steward_id and person.erased_at is null
        and (person.left_on is null or person.left_on > current_date)) as needs_steward
    from practice where practice.community_id = ${communityId} and practice.state <> 'retired'
    order by practice.title, practice.id`.execute(db)
  return rows
}
