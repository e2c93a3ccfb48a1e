import pg from 'pg'

interface Slow {
  query: string
  calls: number
  mean: number
  total: number
}

/** Asks the database to count what it does; it must be started anew for that. */
export const countStatements = (config: pg.PoolConfig) =>
  asking(config, (client) =>
    client.query(`alter system set shared_preload_libraries = 'pg_stat_statements', 'pg_prewarm'`),
  )

export const beginCounting = (config: pg.PoolConfig) =>
  asking(config, async (client) => {
    await client.query('create extension if not exists pg_stat_statements')
    await client.query('select pg_stat_statements_reset()')
  })

/** The statements that took the longest on average, each with the plan for values that are not known beforehand. */
export const slowest = (config: pg.PoolConfig, count: number): Promise<string[]> =>
  asking(config, async (client) => {
    const { rows } = await client.query<Slow>(
      `select query, calls::int, mean_exec_time as mean, total_exec_time as total from pg_stat_statements
       where calls >= 20 and query ~* '^\\s*(select|with)' and dbid = (select oid from pg_database where datname = current_database())
       order by mean_exec_time desc limit $1`,
      [count],
    )
    const told: string[] = []
    for (const { query, calls, mean, total } of rows) {
      const plan = await client
        .query<{ 'QUERY PLAN': string }>(`explain (generic_plan) ${asWritten(query)}`)
        .then((found) => found.rows.map((row) => `    ${row['QUERY PLAN']}`).join('\n'))
        .catch((error: Error) => `    no plan: ${error.message}`)
      const text = query.replaceAll(/\s+/g, ' ').slice(0, 900)
      told.push(
        `${mean.toFixed(2)} ms on average, ${calls} times, ${(total / 1000).toFixed(1)} s in all\n  ${text}\n${plan}`,
      )
    }
    return told
  })

/** Counting puts numbers where no value may stand: those places get back what they were. */
const asWritten = (query: string) =>
  query.replaceAll(/interval (\$\d+)/gi, '$1::interval').replaceAll(/extract\(\$\d+ from/gi, 'extract(epoch from')

async function asking<T>(config: pg.PoolConfig, ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config as pg.ClientConfig)
  await client.connect()
  return ask(client).finally(() => client.end())
}
