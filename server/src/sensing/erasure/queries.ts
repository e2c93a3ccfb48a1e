import { sql } from 'kysely'
import type { Writer } from '#platform/database.ts'

/** Covers what somebody wrote of signals, imperatives and escalations. What the organization aims at is its own and stays. */
export async function coverWordsOf(tx: Writer, person: string, cover: string): Promise<void> {
  await sql`
    update escalation set title = ${cover}, asked = ${cover}, background = case when background = '' then '' else ${cover} end
    where sent_by = ${person}`.execute(tx)
  await sql`update escalation_move set reason = ${cover} where by_id = ${person} and reason <> ''`.execute(tx)
  await sql`update imperative_service set how = ${cover} where by_id = ${person}`.execute(tx)
  await sql`
    update signal set title = ${cover}, summary = case when summary = '' then '' else ${cover} end
    where added_by = ${person} and feed_id is null`.execute(tx)
  await sql`update triage set reason = ${cover} where by_id = ${person}`.execute(tx)
}
