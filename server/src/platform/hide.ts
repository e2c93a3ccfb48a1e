import { sql } from 'kysely'
import type { Writer } from './database.ts'

/** Hides a row of a table, or (with nobody) shows it again; tells whether that changed anything. */
export const hideIn =
  (table: string) =>
  async (tx: Writer, id: string, by: string | null): Promise<boolean> => {
    const { numAffectedRows } = await sql`
      update ${sql.table(table)}
      set hidden_by = ${by}::uuid, hidden_at = case when ${by}::uuid is not null then now() end
      where id = ${id} and (hidden_at is null) = (${by}::uuid is not null)`.execute(tx)
    return numAffectedRows === 1n
  }
