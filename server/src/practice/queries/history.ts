import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'
import type { HistoryEntry } from '@mortar/contract/practice-pages'
import { inquiryReadable } from './inquiries.ts'
import type { UnitRow } from './page.ts'
import { isReadable, practiceWithReader } from './reading.ts'

export interface HistoryRow {
  at: Date
  what: HistoryEntry['what']
  state: string | null
  revision: number | null
  unit: UnitRow | null
  words: string
  byId: string | null
  id: string | null
}

/** How much of a history somebody may read. */
interface Depth {
  personId: string
  workshop: boolean
  steward: boolean
}

/** The first revision that was ever current: what came before it belongs to the workshop. */
export async function firstOpenRevision(db: Reader, practiceId: string): Promise<number> {
  const { rows } = await sql<{ revision: number }>`
    select coalesce(max(r.revision), 1) as revision from practice_revision r join practice p on p.id = r.practice_id
    where p.id = ${practiceId} and r.at <= p.current_at`.execute(db)
  return rows[0]!.revision
}

/** Everything that happened to a practice, from the first question to the latest run, oldest first. */
export async function historyOf(db: Reader, id: string, { personId, workshop, steward }: Depth): Promise<HistoryRow[]> {
  const none = sql`null::text as state, null::int as revision, null::uuid as unit_id`
  const { rows } = await sql<HistoryRow>`
    with origin as (
      select inquiry.* from practice p join inquiry on inquiry.id = p.from_inquiry
      where p.id = ${id} and ${inquiryReadable(personId)}
    ), entry as (
      select asked_at as at, 'asked' as what, ${none}, title as words, asked_by as by_id, id from origin
      union all
      select c.helped_at, 'helped', null, null, null, '', c.helped_by, origin.id
      from practice_source s join contribution c on c.id = s.contribution_id join origin on origin.id = c.inquiry_id
      where s.practice_id = ${id} and c.helped_at is not null and c.hidden_at is null
      union all
      select m.at, 'moved', m.state, null, null, m.reason, m.by_id, null from practice_move m
      where m.practice_id = ${id} and (${workshop} or m.state in ('current', 'retired'))
      union all
      select r.at, case when r.taken_by is null then 'revised' else 'changeTaken' end, null, r.revision, null, r.note, r.by_id, null
      from practice_revision r join practice p on p.id = r.practice_id
      where r.practice_id = ${id} and r.revision > 1 and (${workshop} or r.at > p.current_at)
      union all
      select a.at, case when a.run_id is null then 'applied' else 'runEnded' end, a.outcome, a.revision, a.unit_id,
             a.changed, case when a.by_unit then null else a.person_id end, coalesce(a.run_id, a.id)
      from application a where a.practice_id = ${id} and a.withdrawn_at is null
      union all
      select v.at, 'validated', case when v.holds then 'holds' else 'not' end, v.revision, null, v.reasons, v.by_id, null
      from validation v where v.practice_id = ${id} and (v.holds or ${workshop})
      union all
      select v.at, 'verified', null, v.revision, null, v.note, v.by_id, null from verification_act v where v.practice_id = ${id}
      union all
      select a.at, 'adoption', a.state, null, a.unit_id, a.reason, a.by_id, null from adoption a where a.practice_id = ${id}
      union all
      select p.at, 'proposedTo', null, null, p.unit_id, p.message, p.by_id, null from unit_proposal p
      where p.practice_id = ${id} and (${steward} or p.unit_id in (select units_around(${personId})))
      union all
      select run.started_at, 'runStarted', null, run.revision, run.unit_id, run.title, null, run.id from run
      where run.practice_id = ${id} and run.unit_id in (select units_around(${personId}))
      union all
      select practice.made_at, 'variant', practice.state, null, null, practice.variant_context, null, practice.id
      from ${practiceWithReader(personId)} where practice.variant_of = ${id} and ${isReadable(personId)}
    )
    select entry.at, entry.what, entry.state, entry.revision, entry.words, entry.by_id, entry.id,
           case when unit.id is not null then json_build_object('id', unit.id, 'name', unit.name) end as unit
    from (select * from entry where at is not null order by at desc limit 1000) entry
    left join unit on unit.id = entry.unit_id
    order by entry.at`.execute(db)
  return rows
}
