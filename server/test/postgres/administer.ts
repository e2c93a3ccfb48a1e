import pg from 'pg'

/** Runs one statement on a server, on a connection of its own. */
export async function administer<Row extends pg.QueryResultRow>(server: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

/** The address of another database on the same server. */
export function databaseAt(server: string, name: string): string {
  const [address = '', options] = server.split('?')
  return address.replace(/\/[^/]*$/, `/${name}`) + (options ? `?${options}` : '')
}
