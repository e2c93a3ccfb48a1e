import pg from 'pg'
import { codeOf, Failure } from '../failure.ts'
import type { Postgres } from './postgres.ts'

const oldest = 15

/** A PostgreSQL that somebody else runs, by its address. */
export async function openExternal(url: string): Promise<Postgres> {
  const described = await look(url)
  return {
    config: { connectionString: url },
    url,
    described,
    folder: undefined,
    notes: [],
    stop: async () => {},
    abandon() {},
  }
}

async function look(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    const { rows } = await client.query<Look>(
      `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
              lower('Ä') = 'ä' as letters, current_database() as name`,
    )
    return check(rows[0]!)
  } catch (error) {
    throw error instanceof Failure ? error : unreachable(url, error)
  } finally {
    await client.end().catch(() => {})
  }
}

interface Look {
  version: number
  encoding: string
  letters: boolean
  name: string
}

export function check({ version, encoding, letters, name }: Look): string {
  const major = Math.floor(version / 10_000)
  if (major < oldest) throw new Failure(`DATABASE_URL leads to PostgreSQL ${major}: Mortar needs ${oldest} or later.`)
  if (encoding !== 'UTF8' || !letters) {
    throw new Failure(
      `The database ${name} does not know letters beyond ASCII: make one with "create database mortar template template0 encoding 'UTF8' locale 'C.UTF-8' locale_provider icu icu_locale 'und'".`,
    )
  }
  return `PostgreSQL ${major}.${version % 10_000}`
}

const words: Record<string, string> = {
  '28P01': 'refused the password: correct DATABASE_URL',
  '28000': 'refused the user: correct DATABASE_URL',
  '3D000': 'has no such database: create it, or correct DATABASE_URL',
  '53300': 'has no connection left: close some, or raise max_connections',
  '57P03': 'is starting up: try again in a moment',
  ENOTFOUND: 'is not known by that name: correct DATABASE_URL',
  ECONNREFUSED: 'does not answer: start it, or correct DATABASE_URL',
}

/** Names the place but never the password. */
function unreachable(url: string, error: unknown): Failure {
  const { host, pathname } = new URL(url)
  const why =
    words[codeOf(error) ?? ''] ??
    `does not answer (${error instanceof Error ? error.message : 'no reason given'}): start it, or correct DATABASE_URL`
  return new Failure(`The database ${decodeURIComponent(pathname.slice(1))} at ${decodeURIComponent(host)} ${why}.`)
}
