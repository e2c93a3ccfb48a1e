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
    insert into me_too (inquiry_id, person_id)
    select ${into}::uuid, person_id from (
      select person_id from me_too where inquiry_id = ${from}
      union select asked_by from inquiry where id = ${from}) too
    where person_id is not null and person_id is distinct from (select asked_by from inquiry where id = ${into})
    on conflict do nothing`.execute(tx)
