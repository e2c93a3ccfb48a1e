import { createHash } from 'node:crypto'
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type pg from 'pg'

const often = 3
const mostPrepared = 400
const mostRemembered = 2000
const longestList = 100

/**
 * Statements that come again and again get a name, by which each connection parses and plans them once.
 * Rare ones, such as those with a list of any length in their text, are sent as they are, so that no connection collects them.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const names = statementNames()
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect()
      const known = wrapped.get(client) ?? wrap(client, names)
      wrapped.set(client, known)
      return known
    },
  }
}

function wrap(client: pg.PoolClient, names: StatementNames): PostgresPoolClient {
  async function run<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    const name = names.nameOf(text, values)
    const statement = { text, values: values as unknown[], ...(name && { name }) }
    try {
      return (await client.query(statement)) as unknown as PostgresQueryResult<R>
    } catch (error) {
      if (name && isStale(error)) names.giveUp(text)
      throw error
    }
  }
  return {
    query: (<R>(asked: string | PostgresCursor<R>, values: readonly unknown[] = []) =>
      typeof asked === 'string'
        ? run<R>(asked, values)
        : client.query(asked as unknown as pg.Submittable)) as PostgresPoolClient['query'],
    release: (destroy?: boolean) => client.release(destroy),
    processID: (client as { processID?: number }).processID!,
  }
}

/** The table changed under a prepared statement, or whatever stands between forgot it: from then on it is sent whole. */
const isStale = (error: unknown) => {
  const { code, message } = error as { code?: string; message?: string }
  return code === '26000' || (code === '0A000' && message?.includes('cached plan') === true)
}

/** A plan made for any list searches a long one from end to end for each row; made for this one, it hashes it. */
const isLong = (value: unknown) => Array.isArray(value) && value.length > longestList

interface Known {
  seen: number
  name?: string
}

export interface StatementNames {
  nameOf(text: string, values: readonly unknown[]): string | undefined
  giveUp(text: string): void
}

export function statementNames(): StatementNames {
  const known = new Map<string, Known>()
  let named = 0

  const remember = (text: string): Known => {
    if (known.size >= mostRemembered) for (const [rare, { name }] of known) if (!name) known.delete(rare)
    const first: Known = { seen: 0 }
    known.set(text, first)
    return first
  }

  return {
    nameOf(text, values) {
      if (values.length === 0 || values.some(isLong)) return undefined
      const statement = known.get(text) ?? remember(text)
      if (!statement.name && ++statement.seen >= often && named < mostPrepared) {
        statement.name = createHash('sha256').update(text).digest('base64url').slice(0, 22)
        named++
      }
      return statement.name
    },
    giveUp(text) {
      known.set(text, { seen: -Infinity })
    },
  }
}
