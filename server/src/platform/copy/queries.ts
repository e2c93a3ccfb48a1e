import type pg from 'pg'

export interface Table {
  name: string
  /** Columns that hold something of their own; those the database computes are left out. */
  columns: string[]
  key: string[]
}

/** Every table with its columns and the columns that order its rows. */
export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select c.relname as name,
           (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
            where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
           coalesce((select array_agg(a.attname::text order by k.place)
            from pg_index i, unnest(i.indkey) with ordinality k(attnum, place), pg_attribute a
            where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.attnum), '{}') as key
    from pg_class c
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
    order by c.relname`)
  return rows
}

/** One moment for everything that is read, while others go on writing. */
export async function inSnapshot<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin isolation level repeatable read read only')
  try {
    await client.query(`set local timezone = 'UTC'; set local datestyle = 'ISO'`)
    return await work()
  } finally {
    await client.query('rollback')
  }
}

/** All of it or nothing, with references checked at the end and nobody woken. */
export async function loading<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    await client.query(`set local timezone = 'UTC'; set local datestyle = 'ISO'`)
    // What triggers derive is loaded too, and what happened long ago wakes nobody.
    await eachTable(client, 'disable trigger user')
    await client.query('set constraints all deferred')
    const result = await work()
    await client.query('set constraints all immediate')
    await eachTable(client, 'enable trigger user')
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

async function eachTable(client: pg.ClientBase, change: string) {
  for (const { name } of await tablesOf(client)) await client.query(`alter table ${named(name)} ${change}`)
}

/** Leaves nothing in these tables, what a migration put there included. */
export async function empty(client: pg.ClientBase, tables: string[]): Promise<void> {
  await client.query(`truncate ${tables.map(named).join(', ')}`)
}

export async function countRows(client: pg.ClientBase, table: string): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`select count(*) from ${named(table)}`)
  return Number(rows[0]!.count)
}

/** Rows as JSON, one a line, ordered by the key: the same content gives the same lines. */
export const linesOut = ({ name, key }: Table, columns: string[]) => `
  copy (select row_to_json(line) from (
    select ${columns.map(named).join(', ')} from ${named(name)} order by ${(key.length > 0 ? key : columns).map(named).join(', ')}
  ) line) to stdout with (format csv, quote e'\\x01', delimiter e'\\x02')`

/** Loads rows from JSON objects; columns that an object does not name stay empty. */
export const linesIn = ({ name }: Table, columns: string[]) => `
  insert into ${named(name)} (${columns.map(named).join(', ')}) overriding system value
  select ${columns.map(named).join(', ')} from json_populate_recordset(null::${named(name)}, $1::json)`

export const copyOut = (table: string, columns: string[]) =>
  `copy ${named(table)} (${columns.map(named).join(', ')}) to stdout`

export const copyIn = (table: string, columns: string[]) =>
  `copy ${named(table)} (${columns.map(named).join(', ')}) from stdin`

/** Sets the counters of numbered tables behind what was loaded. */
export async function moveCounters(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ tbl: string; col: string }>(`
    select c.relname as tbl, a.attname as col from pg_attribute a join pg_class c on c.oid = a.attrelid
    where a.attidentity <> '' and c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace`)
  for (const { tbl, col } of rows) {
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), greatest((select max(${named(col)}) from ${named(tbl)}), 1),
                     (select count(*) > 0 from ${named(tbl)}))`,
      [tbl, col],
    )
  }
}

/** What a table holds, in a few digits that do not depend on the order of its rows. */
export async function printOf(client: pg.ClientBase, table: string, columns: string[]): Promise<string> {
  const { rows } = await client.query<{ print: string }>(`
    select count(*) || '/' || coalesce(sum(('x' || left(md5(line::text), 16))::bit(64)::bigint), 0) as print
    from (select ${columns.map(named).join(', ')} from ${named(table)}) line`)
  return rows[0]!.print
}

export async function databaseSize(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ size: string }>('select pg_database_size(current_database()) as size')
  return Number(rows[0]!.size)
}

/** Definitions of indexes by name: some follow a setting, such as the order of names in a language. */
export async function indexesOf(client: pg.ClientBase): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    'select indexname as name, indexdef as definition from pg_indexes where schemaname = current_schema()',
  )
  return new Map(rows.map(({ name, definition }) => [name, definition]))
}

export async function replaceIndex(client: pg.ClientBase, name: string, definition: string): Promise<void> {
  await client.query(`drop index if exists ${named(name)}`)
  await client.query(definition)
}

/** Whether anything was ever written here. */
export async function firstFilled(client: pg.ClientBase, tables: string[]): Promise<string | undefined> {
  for (const table of tables) {
    const { rows } = await client.query(`select 1 from ${named(table)} limit 1`)
    if (rows.length > 0) return table
  }
  return undefined
}

const named = (name: string) => `"${name.replaceAll('"', '""')}"`
