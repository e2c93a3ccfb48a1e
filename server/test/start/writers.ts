import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { tokenHash } from '#organization/index.ts'
import { openPool } from '#platform/database.ts'
import { openPostgres } from '#platform/postgres/index.ts'

/** Does something with the database of a data folder from beside a running Mortar. */
export async function beside<T>(dataDir: string, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const postgres = await openPostgres({ dataDir, databaseUrl: undefined }, 'command')
  const pool = openPool(postgres.config, 2)
  pool.on('error', () => {})
  try {
    return await work(pool)
  } finally {
    await pool.end()
    await postgres.stop()
  }
}

/** Personal tokens of so many new people. */
export const newTokens = (dataDir: string, count: number) => beside(dataDir, (pool) => tokensIn(pool, count))

export async function tokensIn(pool: pg.Pool, count: number): Promise<string[]> {
  const tokens = Array.from({ length: count }, () => randomBytes(16).toString('hex'))
  for (const token of tokens) {
    const person = await pool.query<{ id: string }>('insert into person (name, email) values ($1, $2) returning id', [
      `Writer ${token}`,
      `${token}@example.org`,
    ])
    await pool.query(
      `insert into personal_token (person_id, hash, name, scopes) values ($1, $2, 'writes', '{read,write}')`,
      [person.rows[0]!.id, tokenHash(token)],
    )
  }
  return tokens
}

export interface Written {
  status: number
  id: string
}

/** Opens a community, which is a change and its trail in one transaction. */
export async function openCommunity(address: string, token: string): Promise<Written> {
  const name = `Weavers ${randomBytes(4).toString('hex')}`
  const response = await fetch(`${address}/api/communities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name, short: 'WEAV', colour: 1, visibility: 'open', domain: 'Weaving' }),
  })
  const { id } = (await response.json()) as { id: string }
  return { status: response.status, id }
}

/** Each token writes one after another until the server is gone; returns what the server acknowledged. */
export async function writeUntilGone(
  address: string,
  tokens: readonly string[],
  acknowledged: string[],
): Promise<void> {
  await Promise.all(
    tokens.map(async (token) => {
      for (;;) {
        const written = await openCommunity(address, token).catch(() => undefined)
        if (!written) return
        if (written.status === 201) acknowledged.push(written.id)
        // A rate limit is not the end: this writer rests while others go on.
        else await new Promise((resolve) => setTimeout(resolve, 200))
      }
    }),
  )
}

/** Those of the ids that are not in the database whole, with their trail. */
export const missing = (dataDir: string, ids: readonly string[]) =>
  beside(dataDir, async (pool) => {
    const { rows } = await pool.query<{ id: string }>(
      `select wanted.id from unnest($1::uuid[]) as wanted (id)
       where not exists (select from community where community.id = wanted.id)
          or not exists (select from activity where subject_id = wanted.id)`,
      [ids],
    )
    return rows.map(({ id }) => id)
  })
