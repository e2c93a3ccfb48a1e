import { sql } from 'kysely'
import type { Writer } from '#platform/database.ts'

/** Ends everything that somebody noted, was asked, put aside or did. Published results stay as they are. */
export async function removeLearningOf(tx: Writer, person: string): Promise<void> {
  await sql`delete from need_share using need where need.id = need_id and need.person_id = ${person}`.execute(tx)
  await sql`delete from need_share where mentor_id = ${person}`.execute(tx)
  await sql`delete from need where person_id = ${person}`.execute(tx)
  await sql`delete from interest where person_id = ${person}`.execute(tx)
  await sql`delete from learning_decline where person_id = ${person}`.execute(tx)
  await sql`delete from learning_done where person_id = ${person}`.execute(tx)
  await sql`delete from needs_assessment_person where person_id = ${person}`.execute(tx)
  await sql`
    delete from pairing_pair where id in (select pair_id from pairing_part where person_id = ${person})`.execute(tx)
  await sql`delete from pairing_choice where person_id = ${person}`.execute(tx)
  await sql`
    update learning_import set changes = replace(changes::text, '"' || ${person}::text || '"', 'null')::jsonb
    where changes::text like '%' || ${person}::text || '%'`.execute(tx)
  await sql`
    update topic_merge set moved = (
      select jsonb_object_agg(key, case when key in ('interests', 'declines', 'wants', 'offers') then jsonb_build_object(
        'had', (value -> 'had') - ${person}::text, 'came', (value -> 'came') - ${person}::text) else value end)
      from jsonb_each(moved)) where moved::text like '%' || ${person}::text || '%'`.execute(tx)
}

/** Nobody can be shadowed who is no longer here: what offered it is retired and names them no more. */
export async function retireShadowing(tx: Writer, person: string, cover: string): Promise<void> {
  await sql`
    update learning_item set person_id = null, agreed_at = null, retired_at = coalesce(retired_at, now()), title = ${cover}, words = ''
    where person_id = ${person}`.execute(tx)
}

/** Covers what somebody added to the catalogue by hand, and what they called and noted of plans. */
export async function coverWordsOf(tx: Writer, person: string, cover: string): Promise<void> {
  await sql`
    update learning_item set title = ${cover}, words = case when words = '' then '' else ${cover} end
    where added_by = ${person} and external_id is null`.execute(tx)
  await sql`update flow_plan set name = ${cover} where by_id = ${person}`.execute(tx)
  await sql`update flow_plan_version set note = ${cover} where by_id = ${person} and note <> ''`.execute(tx)
  await sql`update learning_item set law_reason = ${cover} where law_by = ${person}`.execute(tx)
}
