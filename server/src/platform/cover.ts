import { sql } from 'kysely'
import type { Writer } from './database.ts'

/** Columns of a table in which people write, with the column that names the page they belong to. */
export interface Texts {
  table: string
  key: string
  plain: string[]
  json: string[]
}

/** Texts as a line: `textsOf('run', 'title note')`. */
export const textsOf = (table: string, plain: string, json = '', key = 'id'): Texts => ({
  table,
  key,
  plain: plain.split(' ').filter(Boolean),
  json: json.split(' ').filter(Boolean),
})

/**
 * Covers what matches a pattern of the database in every text of these pages; tells in how many rows of each. What they were
 * is kept nowhere.
 */
export async function coverTexts(
  tx: Writer,
  texts: readonly Texts[],
  ids: readonly string[],
  pattern: string,
  cover: string,
): Promise<Map<string, number>> {
  const places = new Map<string, number>()
  for (const { table, key, plain, json } of texts) {
    const changes = [
      ...plain.map(
        (column) => sql`${sql.ref(column)} = regexp_replace(${sql.ref(column)}, ${pattern}, ${cover}, 'gi')`,
      ),
      ...json.map((column) => sql`${sql.ref(column)} = covered(${sql.ref(column)}, ${pattern}, ${cover})`),
    ]
    const matches = [
      ...plain.map((column) => sql`${sql.ref(column)} ~* ${pattern}`),
      ...json.map((column) => sql`covered(${sql.ref(column)}, ${pattern}, ${cover}) <> ${sql.ref(column)}`),
    ]
    const { rows } = await sql<{ id: string }>`
      update ${sql.table(table)} set ${sql.join(changes)}
      where ${sql.ref(key)} = any(${ids}::uuid[]) and (${sql.join(matches, sql` or `)})
      returning ${sql.ref(key)} as id`.execute(tx)
    for (const { id } of rows) places.set(id, (places.get(id) ?? 0) + 1)
  }
  return places
}
