import { sql } from 'kysely'
import type { Writer } from '#platform/database.ts'

/** Ends every membership and what led to it, and leaves nothing that says there was one. */
export async function eraseMemberships(tx: Writer, person: string): Promise<void> {
  await sql`delete from membership where person_id = ${person}`.execute(tx)
  await sql`delete from greeting where person_id = ${person}`.execute(tx)
  await sql`delete from past_membership where person_id = ${person}`.execute(tx)
  await sql`delete from join_request where person_id = ${person}`.execute(tx)
  await sql`
    delete from invitation_reply reply using invitation
    where invitation.id = reply.invitation_id and (reply.person_id = ${person} or invitation.person_id = ${person})`.execute(
    tx,
  )
  await sql`delete from invitation where person_id = ${person}`.execute(tx)
}

/** Covers what somebody wrote to others about communities. Charters and sheets are the community's own words and stay. */
export async function coverWordsOf(tx: Writer, person: string, cover: string): Promise<void> {
  await sql`update join_request set reason = ${cover} where decided_by = ${person} and reason <> ''`.execute(tx)
  await sql`update invitation set message = ${cover} where by_id = ${person} and message <> ''`.execute(tx)
  await sql`update charter set note = ${cover} where by_id = ${person} and note <> ''`.execute(tx)
  await sql`update community set ending_note = ${cover} where closed_by = ${person} and ending_note <> ''`.execute(tx)
  await sql`update stage_move set reason = ${cover} where by_id = ${person} and reason <> ''`.execute(tx)
  await sql`update form_change set reason = ${cover} where by_id = ${person} and reason <> ''`.execute(tx)
}
