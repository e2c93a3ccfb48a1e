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
