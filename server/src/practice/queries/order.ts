import { sql } from 'kysely'
import type { Writer } from '#platform/database.ts'

/** Hides a practice or shows it again; tells whether that changed anything. */
export async function setPracticeHidden(tx: Writer, id: string, hiddenBy: string | null): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('practice')
    .set({ hiddenBy, hiddenAt: hiddenBy ? sql<Date>`now()` : null })
    .where('id', '=', id)
    .where('hiddenAt', hiddenBy ? 'is' : 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
