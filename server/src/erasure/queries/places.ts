import type { NamePlace } from '@mortar/contract/erasure'
import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'

export interface PlaceRow {
  kind: NamePlace['kind']
  id: string
  texts: number
}

/** Pages on which words stand that match, with in how many texts; whoever wrote them. Of each page all that redaction reaches. */
export async function pagesWith(db: Reader, pattern: string, limit: number): Promise<PlaceRow[]> {
  const has = (...columns: string[]) =>
    sql`concat_ws(' ', ${sql.join(columns.map((column) => sql.ref(column)))}) ~* ${pattern}`
  const { rows } = await sql<PlaceRow>`
    with met(kind, id) as (
      select 'inquiry', id from inquiry where ${has('title', 'body', 'problem_kind')}
      union all select 'inquiry', inquiry_id from contribution where ${has('body')}
      union all select 'inquiry', coalesce(contribution.inquiry_id, subject_id)
        from wording left join contribution on contribution.id = subject_id where ${has('wording.title', 'wording.body')}
      union all select 'inquiry', inquiry_id from resolution where ${has('another_way', 'ended_reason')}
      union all select 'inquiry', inquiry_id from move where ${has('reason')}
      union all select 'inquiry', inquiry_id from thanks join contribution on contribution.id = contribution_id where ${has('thanks.reason')}
      union all select 'inquiry', coalesce(contribution.inquiry_id, attachment.subject_id)
        from file join attachment on attachment.file_id = file.id left join contribution on contribution.id = attachment.subject_id
        where ${has('file.name')}
      union all select 'practice', practice_id from practice_revision
        where ${has('title', 'problem', 'works_when', 'works_not', 'how', 'sources', 'note')} or steps::text ~* ${pattern}
      union all select 'practice', practice_id from change_proposal where ${has('note', 'reason')} or content::text ~* ${pattern}
      union all select 'practice', practice_id from application where ${has('place', 'changed', 'different')}
      union all select 'practice', practice_id from practice_move where ${has('reason')}
      union all select 'practice', practice_id from run where ${has('title', 'note')}
      union all select 'practice', practice_id from validation where ${has('reasons')}
      union all select 'practice', practice_id from verification_act where ${has('note')}
      union all select 'practice', practice_id from adoption where ${has('reason')}
      union all select 'practice', practice_id from unit_proposal where ${has('message')}
      union all select 'practice', practice_id from practice_file join file on file.id = file_id where ${has('file.name')}
      union all select 'community', community_id from charter
        where ${has('domain', 'about', 'not_about', 'purpose', 'people', 'conventions', 'rhythm', 'note')}
      union all select 'community', id from community where ${has('name', 'ending_note')}
      union all select 'community', community_id from stage_move where ${has('reason')}
      union all select 'community', community_id from form_change where ${has('reason')}
      union all select 'community', community_id from sheet_version join sheet on sheet.id = sheet_id
        where ${has('title')} or content::text ~* ${pattern}
      union all select 'story', id from value_story
        where ${has('title', 'immediate', 'potential', 'applied', 'realized', 'transformative', 'evidence')}
      union all select 'community', community_id from resource where ${has('purpose')}
      union all select 'practice', practice_id from valuation where note ~* ${pattern} or assumptions::text ~* ${pattern}
      union all select 'value_report', report_id from value_report_version join value_report on value_report.id = report_id
        where ${has('value_report.title', 'text', 'note')}
      union all select 'escalation', id from escalation where ${has('title', 'asked', 'background')}
      union all select 'escalation', escalation_id from escalation_move where ${has('reason')}
      union all select 'signal', id from signal where ${has('title', 'summary', 'link')}
      union all select 'signal', signal_id from triage where ${has('reason')}
      union all select 'imperative', id from imperative where ${has('title', 'why', 'ended_reason')}
      union all select 'imperative', imperative_id from imperative_service where ${has('how')}
      union all select subject_kind, subject_id from report where ${has('reason')}
        and subject_kind in ('story', 'value_report', 'escalation', 'signal', 'imperative')
      union all select 'community', community_id from topic where ${has('name')}
    )
    select kind, id, count(*)::int as texts from met group by kind, id order by kind, id limit ${limit}`.execute(db)
  return rows
}
