import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'
import { unattached } from './erasures.ts'

export interface OutlookRow {
  goes: Record<string, number>
  wordsOf: Record<string, number>
  stays: Record<string, number>
}

/** How much there is of somebody, part by part: what goes, what goes or stays by the setting, what stays without a name. */
export async function outlookOf(db: Reader, person: string): Promise<OutlookRow> {
  const me = sql`${person}::uuid`
  const { rows } = await sql<OutlookRow>`
    select json_build_object(
      'account', (select count(*) from account where person_id = ${me})
        + (select count(*) from passkey join account on account.id = passkey.account_id where account.person_id = ${me})
        + (select count(*) from session join account on account.id = session.account_id where account.person_id = ${me})
        + (select count(*) from personal_token where person_id = ${me} and revoked_at is null)
        + (select count(*) from sign_in_link where person_id = ${me} and used_at is null and expires_at > now()),
      'described', (select (does <> '')::int + cardinality(experience) from person where id = ${me}),
      'memberships', (select count(*) from membership where person_id = ${me}),
      'roles', (select coalesce(sum(cardinality(roles)), 0) from membership where person_id = ${me}),
      'stewardships', (select count(*) from practice where steward_id = ${me} and state <> 'retired'),
      'offices', (select count(*) from unit_manager where person_id = ${me})
        + (select count(*) from knowledge_office where person_id = ${me}),
      'drafts', (select count(*) from draft where person_id = ${me})
        + (select count(*) from experiment where by_id = ${me} and seen = 'me'),
      'inbox', (select count(*) from inbox_line where person_id = ${me}),
      'choices', (select count(*) from following where person_id = ${me}) + (select count(*) from bookmark where person_id = ${me}),
      'invitations', (select count(*) from invitation where person_id = ${me})
        + (select count(*) from join_request where person_id = ${me}) + (select count(*) from asked_person where person_id = ${me}),
      'traces', (select count(*) from trace_identity where person_id = ${me} or ${me} = any(candidates))
        + (select count(*) from trace_choice where person_id = ${me}),
      'answers', (select count(*) from survey_answer where person_id = ${me} or other_id = ${me}),
      'found', (select count(*) from found_person where person_id = ${me}) + (select count(*) from own_position where person_id = ${me}),
      'files', (select count(*) from file where uploaded_by = ${me} and redacted_at is null and ${unattached}),
      'imports', (select count(*) from organization_import where applied_at is null)
    ) as goes, json_build_object(
      'inquiries', (select count(*) from inquiry where asked_by = ${me}),
      'contributions', (select count(*) from contribution where by_id = ${me}),
      'practices', (select count(distinct practice_id) from practice_revision where by_id = ${me}),
      'applications', (select count(*) from application where person_id = ${me}),
      'reasons', (select count(*) from thanks where person_id = ${me}) + (select count(*) from move where by_id = ${me})
        + (select count(*) from validation where by_id = ${me}) + (select count(*) from verification_act where by_id = ${me})
        + (select count(*) from adoption where by_id = ${me}) + (select count(*) from change_proposal where by_id = ${me})
        + (select count(*) from report where by_id = ${me}) + (select count(*) from unit_proposal where by_id = ${me})
        + (select count(*) from invitation where by_id = ${me} and message <> ''),
      'attached', (select count(*) from file where uploaded_by = ${me} and redacted_at is null and not ${unattached})
    ) as "wordsOf", json_build_object(
      'happened', (select count(*) from activity where actor_id = ${me}),
      'positions', (select count(*) from position where person_id = ${me} and from_day <= current_date),
      'meToo', (select count(*) from me_too where person_id = ${me}),
      'thanks', (select count(*) from thanks where person_id = ${me}),
      'charters', (select count(*) from charter where by_id = ${me})
    ) as stays`.execute(db)
  return rows[0]!
}
