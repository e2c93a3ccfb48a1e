import { sql } from 'kysely'
import type { Database } from '#platform/database.ts'

/** Every place in the database where these words stand: table and column. */
export const placesWith = async (db: Database, words: string): Promise<string[]> =>
  (await placesWithEach(db, [words])).get(words)!

/** The same for many words at once: each with its places. */
export async function placesWithEach(db: Database, words: string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ table: string; column: string }>`
    select c.table_name as table, c.column_name as column
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
      and c.data_type in ('text', 'jsonb', 'json', 'ARRAY', 'tsvector', 'bytea', 'USER-DEFINED', 'character varying')`.execute(
    db,
  )
  const found = new Map<string, string[]>(words.map((word) => [word, []]))
  for (const { table, column } of rows) {
    const text = sql`case when pg_typeof(${sql.ref(column)}) = 'bytea'::regtype
      then encode(${sql.ref(column)}::text::bytea, 'escape') else ${sql.ref(column)}::text end`
    const { rows: hits } = await sql<{ word: string }>`
      select sought.it as word from unnest(${words}::text[]) sought(it)
      where exists (select from ${sql.table(table)} where ${text} ilike '%' || sought.it || '%')`.execute(db)
    for (const { word } of hits) found.get(word)!.push(`${table}.${column}`)
  }
  for (const places of found.values()) places.sort()
  return found
}

/** Columns in which one of these ids stands: as itself, in a list, or in JSON. */
export async function columnsWithIds(db: Database, ids: string[]): Promise<string[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select c.table_name as table, c.column_name as column
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in ('uuid', 'ARRAY', 'jsonb', 'text')
    order by 1, 2`.execute(db)
  const found: string[] = []
  for (const { table, column } of rows) {
    const { rows: hits } = await sql`
      select from ${sql.table(table)} where ${sql.ref(column)}::text ~ ${ids.join('|')} limit 1`.execute(db)
    if (hits.length > 0) found.push(`${table}.${column}`)
  }
  return found
}

/** Columns that refer to a person by the schema. */
export async function columnsOfPeople(db: Database): Promise<string[]> {
  const { rows } = await sql<{ column: string }>`
    select r.relname || '.' || a.attname as column
    from pg_constraint c join pg_class r on r.oid = c.conrelid
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
    where c.contype = 'f' and c.confrelid = 'person'::regclass order by 1`.execute(db)
  return rows.map(({ column }) => column)
}
