import type { Writer } from '#platform/database.ts'

/** Tells whether it is new that they said so themselves: it no longer goes with the duplicate that carried it here. */
export async function saveMeToo(tx: Writer, inquiryId: string, personId: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('meToo')
    .values({ inquiryId, personId })
    .onConflict((c) =>
      c
        .columns(['inquiryId', 'personId'])
        .doUpdateSet({ carriedFrom: null })
        .where('meToo.carriedFrom', 'is not', null),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function dropMeToo(tx: Writer, inquiryId: string, personId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('meToo')
    .where('inquiryId', '=', inquiryId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** One thanks of one person; saying it again changes the words. */
export const saveThanks = (tx: Writer, contributionId: string, personId: string, reason: string) =>
  tx
    .insertInto('thanks')
    .values({ contributionId, personId, reason })
    .onConflict((c) => c.columns(['contributionId', 'personId']).doUpdateSet({ reason }))
    .execute()

export async function dropThanks(tx: Writer, contributionId: string, personId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('thanks')
    .where('contributionId', '=', contributionId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
