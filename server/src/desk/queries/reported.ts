import { type RawBuilder, sql } from 'kysely'

/** Pages that somebody reported where this person facilitates: each once, and not by whom. */
export const reportsFor = (personId: RawBuilder<string>) => sql`
  select distinct on (page.id) page.need, page.kind, page.id, page.community_id, null::uuid, report.at, null::date
  from report
  left join contribution said on report.subject_kind = 'contribution' and said.id = report.subject_id
  cross join lateral (
    select 'report_waiting' as need, 'inquiry' as kind, place.inquiry_id as id, place.community_id from inquiry_community place
    where place.inquiry_id = coalesce(said.inquiry_id, report.subject_id)
    union all
    select 'report_waiting', 'practice', id, community_id from practice where id = report.subject_id
    union all
    select 'report_waiting', 'story', id, community_id from value_story where id = report.subject_id
    union all
    select 'report_waiting', 'escalation', id, community_id from escalation where id = report.subject_id
    union all
    select 'report_waiting', 'signal', id, community_id from signal where id = report.subject_id
    union all
    select 'report_waiting', 'value_report', id, community_id from value_report where id = report.subject_id
    union all
    -- A sheet is read within its community.
    select 'sheet_reported', 'community', community_id, community_id from sheet where id = report.subject_id) page
  join membership mine on mine.community_id = page.community_id
  where report.decision is null and mine.person_id = ${personId} and 'facilitator' = any(mine.roles)
  order by page.id, report.at`

/** What was reported of the organization's own pages is for its knowledge office. */
export const reportsToOffice = (personId: RawBuilder<string>) => sql`
  select distinct on (page.id) 'report_of_all', page.kind, page.id, null::uuid, null::uuid, report.at, null::date
  from knowledge_office mine
  join report on report.decision is null
  cross join lateral (
    select 'imperative' as kind, id from imperative where id = report.subject_id
    union all
    select 'signal', id from signal where id = report.subject_id and community_id is null
    union all
    select 'value_report', id from value_report where id = report.subject_id and community_id is null) page
  where mine.person_id = ${personId}
  order by page.id, report.at`
