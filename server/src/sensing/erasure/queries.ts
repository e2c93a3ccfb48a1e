import { sql } from 'kysely'
import type { Writer } from '#platform/database.ts'

export interface Touched {
  signal: string[]
  escalation: string[]
}

/** What somebody wrote something on. */
async function touchedBy(tx: Writer, person: string): Promise<Touched> {
  const { rows } = await sql<Touched>`
    select array(select id from signal where added_by = ${person} and feed_id is null
                 union select signal_id from triage where by_id = ${person}) as signal,
           array(select id from escalation where sent_by = ${person}
                 union select escalation_id from escalation_move where by_id = ${person} and reason <> '') as escalation`.execute(
    tx,
  )
  return rows[0]!
}

/** Covers what somebody wrote of signals, imperatives and escalations. What the organization aims at is its own and stays. */
export async function coverWordsOf(tx: Writer, person: string, cover: string): Promise<Touched> {
  await sql`
    update escalation set title = ${cover}, asked = ${cover}, background = case when background = '' then '' else ${cover} end
    where sent_by = ${person}`.execute(tx)
  await sql`update escalation_move set reason = ${cover} where by_id = ${person} and reason <> ''`.execute(tx)
  await sql`update imperative_service set how = ${cover} where by_id = ${person}`.execute(tx)
  await sql`
    update signal set title = ${cover}, summary = case when summary = '' then '' else ${cover} end
    where added_by = ${person} and feed_id is null`.execute(tx)
  await sql`update triage set reason = ${cover} where by_id = ${person}`.execute(tx)
  return touchedBy(tx, person)
}
