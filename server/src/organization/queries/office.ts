import { sql } from 'kysely'
import type { Writer } from '#platform/database.ts'

/** Two changes of the knowledge office at once follow each other: it must never be without anybody. */
export const lockOffice = (tx: Writer) => sql`lock table knowledge_office in share row exclusive mode`.execute(tx)

/** Takes somebody in; tells whether they were not in before. */
export async function joinOffice(tx: Writer, personId: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('knowledgeOffice')
    .values({ personId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
