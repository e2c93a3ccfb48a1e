import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'

export interface ResolutionWords {
  anotherWay?: string
  html?: string
  practiceId?: string | null
}

/** The resolution that stands, if one does. */
export const standingResolution = (db: Reader, inquiryId: string) =>
  db
    .selectFrom('resolution')
    .select(['id', 'anotherWay', 'practiceId'])
    .where('inquiryId', '=', inquiryId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()

/** Writes that an inquiry was solved, unless that stands already; tells whether it did. */
export async function saveResolution(
  tx: Writer,
  inquiryId: string,
  byId: string,
  words: ResolutionWords = {},
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('resolution')
    .values({ inquiryId, byId, ...words })
    .onConflict((c) => c.column('inquiryId').where('endedAt', 'is', null).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Ends the standing resolution; what it said stays. */
export const endResolution = (tx: Writer, inquiryId: string, endedBy: string, endedReason = '') =>
  tx
    .updateTable('resolution')
    .set({ endedAt: sql`now()`, endedBy, endedReason })
    .where('inquiryId', '=', inquiryId)
    .where('endedAt', 'is', null)
    .execute()

/** Forgets a resolution that its own author took back at once and that says nothing; tells whether it was one. */
export async function forgetResolution(tx: Writer, inquiryId: string, byId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('resolution')
    .where('inquiryId', '=', inquiryId)
    .where('endedAt', 'is', null)
    .where('byId', '=', byId)
    .where('anotherWay', '=', '')
    .where('practiceId', 'is', null)
    .where('at', '>', sql<Date>`now() - interval '5 minutes'`)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
