import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'

export const peopleToAsk = (db: Reader, ids: string[]) =>
  db.selectFrom('person').select(['id', 'name', 'acceptsQuestions']).where('id', 'in', ids).execute()

/** Gives free seats to people not yet asked; nothing when there are not seats enough. */
export async function takeSeats(
  tx: Writer,
  inquiryId: string,
  byId: string,
  people: string[],
): Promise<string[] | undefined> {
  const taken = await tx
    .selectFrom('askedPerson')
    .select(['personId', 'seat'])
    .where('inquiryId', '=', inquiryId)
    .execute()
  const added = people.filter((id) => !taken.some(({ personId }) => personId === id))
  const free = [1, 2, 3].filter((seat) => !taken.some((one) => one.seat === seat))
  if (added.length > free.length) return undefined
  if (added.length > 0) {
    await tx
      .insertInto('askedPerson')
      .values(added.map((personId, place) => ({ inquiryId, byId, personId, seat: free[place]! })))
      .execute()
  }
  return added
}

export async function declineSeat(tx: Writer, inquiryId: string, personId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('askedPerson')
    .set({ seat: null, declinedAt: sql`now()` })
    .where('inquiryId', '=', inquiryId)
    .where('personId', '=', personId)
    .where('declinedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
