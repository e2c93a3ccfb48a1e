import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import { saveCommunities } from './inquiries.ts'

/** Everybody who added something that stands. */
export async function contributorsOf(db: Reader, inquiryId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('contribution')
    .select('byId')
    .distinct()
    .where('inquiryId', '=', inquiryId)
    .where('byId', 'is not', null)
    .where('withdrawnAt', 'is', null)
    .execute()
  return rows.map(({ byId }) => byId!)
}

export async function replaceCommunities(tx: Writer, inquiryId: string, communityIds: string[]): Promise<void> {
  const kept = await tx
    .deleteFrom('inquiryCommunity')
    .where('inquiryId', '=', inquiryId)
    .where('communityId', 'not in', communityIds)
    .execute()
    .then(() => tx.selectFrom('inquiryCommunity').select('communityId').where('inquiryId', '=', inquiryId).execute())
  const known = kept.map(({ communityId }) => communityId)
  const added = communityIds.filter((id) => !known.includes(id))
  if (added.length > 0) await saveCommunities(tx, inquiryId, added)
}

export const saveMove = (
  tx: Writer,
  row: { inquiryId: string; fromCommunities: string[]; toCommunities: string[]; reason: string; byId: string },
) => tx.insertInto('move').values(row).execute()

/** Inquiries that pointed here point on with it, so that nobody walks a chain. */
export const saveMerge = (tx: Writer, id: string, into: string) =>
  tx
    .updateTable('inquiry')
    .set({ mergedInto: into })
    .where(({ or, eb }) => or([eb('id', '=', id), eb('mergedInto', '=', id)]))
    .execute()

export const saveUnmerge = (tx: Writer, id: string) =>
  tx.updateTable('inquiry').set({ mergedInto: null }).where('id', '=', id).execute()

/** The asker of a duplicate has the problem of the other one too, and so has whoever said so there. */
export const carryMeToo = (tx: Writer, from: string, into: string) =>
  sql`
    insert into me_too (inquiry_id, person_id, carried_from)
    select ${into}::uuid, person_id, carried_from from (
      select person_id, coalesce(carried_from, ${from}::uuid) as carried_from from me_too where inquiry_id = ${from}
      union all select asked_by, id from inquiry where id = ${from}) too
    where person_id is not null and person_id is distinct from (select asked_by from inquiry where id = ${into})
    on conflict do nothing`.execute(tx)

/** Takes back what a duplicate carried; what another duplicate of the same inquiry carries as well stays by that one. */
export async function uncarryMeToo(tx: Writer, from: string, into: string): Promise<void> {
  await sql`
    update me_too too set carried_from = other.id
    from inquiry other
    where too.inquiry_id = ${into} and too.carried_from = ${from} and other.merged_into = ${into} and other.id <> ${from}
      and (other.asked_by = too.person_id
        or exists (select from me_too there where there.inquiry_id = other.id and there.person_id = too.person_id))`.execute(
    tx,
  )
  await tx.deleteFrom('meToo').where('carriedFrom', '=', from).execute()
}
