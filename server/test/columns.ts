import { sql } from 'kysely'
import type { Database } from '#platform/database.ts'

/** Every place in the database where these words stand: table and column. */
export async function placesWith(db: Database, words: string): Promise<string[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select c.table_name as table, c.column_name as column
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
      and c.data_type in ('text', 'jsonb', 'json', 'ARRAY', 'tsvector', 'bytea', 'USER-DEFINED', 'character varying')`.execute(
    db,
  )
  const found: string[] = []
  for (const { table, column } of rows) {
    const text = sql`case when pg_typeof(${sql.ref(column)}) = 'bytea'::regtype
      then encode(${sql.ref(column)}::text::bytea, 'escape') else ${sql.ref(column)}::text end`
    const { rows: hits } = await sql`
      select 1 from ${sql.table(table)} where ${text} ilike ${`%${words}%`} limit 1`.execute(db)
    if (hits.length > 0) found.push(`${table}.${column}`)
  }
  return found.toSorted()
}
