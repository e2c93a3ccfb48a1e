import type { Writer } from '#platform/database.ts'

/** Keeps that a member was welcomed; tells whether nobody had done so before. */
export async function saveGreeting(tx: Writer, communityId: string, personId: string, byId: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('greeting')
    .values({ communityId, personId, byId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
