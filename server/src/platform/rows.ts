import { type Insertable, sql } from 'kysely'
import type { DB } from '#schema.ts'
import type { Writer } from './database.ts'

/** Rows for some tables, as an import brings them. */
export type Rows<Table extends keyof DB> = { [T in Table]?: Insertable<DB[T]>[] }

/**
 * Writes many rows, one statement for each table, in the order of `tables`. A column that no row names takes its
 * default. A room hands in its own tables only; who imports much calls it for one batch after another.
 */
export async function insertRows<Table extends keyof DB>(
  tx: Writer,
  tables: readonly Table[],
  rows: Rows<Table>,
): Promise<void> {
  for (const table of tables) {
    const some = rows[table] as Record<string, unknown>[] | undefined
    if (some && some.length > 0) await insert(tx, table, some)
  }
}

async function insert(tx: Writer, table: string, rows: Record<string, unknown>[]): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const names = sql.join(columns.map((column) => sql.ref(column)))
  const json = JSON.stringify(rows.map((row) => Object.fromEntries(columns.map((name) => [snake(name), row[name]]))))
  await sql`
    insert into ${sql.table(table)} (${names})
    select ${names} from json_populate_recordset(null::${sql.table(table)}, ${json}::json)`.execute(tx)
}

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
