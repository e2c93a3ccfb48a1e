import { randomBytes } from 'node:crypto'
import type { Address, AllOperations, Operation, Reply, Sent } from '@mortar/contract'
import type { Problem } from '@mortar/contract/common'
import { sql } from 'kysely'
import { tokenHash } from '#organization/index.ts'
import type { Database } from '#platform/database.ts'
import { type Server, type ServerOptions, startServer } from '../src/main.ts'
import { closeBeforeDropping, testDatabase } from './database.ts'

export interface Somebody {
  id: string
  name: string
  token: string
}

export interface Answer<Body> {
  status: number
  body: Body
  /** The refusal, when it was one. */
  problem: Problem
  headers: Record<string, unknown>
}

/** Calls the API as one person would, typed by the contract. */
export type Caller = <A extends keyof AllOperations & Address>(
  address: A,
  sent?: Sent<AllOperations[A]> & { headers?: Record<string, string> },
) => Promise<Answer<Reply<AllOperations[A]>>>

export interface World {
  db: Database
  /** The address of its database. */
  url: string
  server: Server
  /** A unit of the organization. */
  unit(name: string, parent?: string): Promise<string>
  /** Somebody who works in a unit and can call the API. */
  person(
    name: string,
    where?: { unit?: string; office?: boolean; manages?: string; delegateOf?: string },
  ): Promise<Somebody>
  as(who: Somebody | undefined): Caller
}

/** A fresh organization on a database of its own, served whole, gone when the test file ends. */
export async function testWorld(options: Pick<ServerOptions, 'mailHosts'> = {}): Promise<World> {
  const { db, url } = await testDatabase()
  const server = await startServer({
    connection: { connectionString: url },
    secret: randomBytes(32).toString('hex'),
    baseUrl: 'http://localhost:4400',
    checkReplies: true,
    requestsPerMinute: 100_000,
    ...options,
  })
  closeBeforeDropping(() => server.close())

  const insert = async (text: ReturnType<typeof sql>) => ((await text.execute(db)).rows[0] as { id: string }).id
  return {
    db,
    url,
    server,
    unit: (name, parent) =>
      insert(sql`insert into unit (name, parent_id) values (${name}, ${parent ?? null}) returning id`),
    async person(name, { unit, office, manages, delegateOf } = {}) {
      const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${randomBytes(3).toString('hex')}@example.org`
      const id = await insert(sql`insert into person (name, email) values (${name}, ${email}) returning id`)
      const token = randomBytes(16).toString('hex')
      await sql`insert into personal_token (person_id, hash, name, scopes) values (${id}, ${tokenHash(token)}, 'test', '{read,write,office}')`.execute(
        db,
      )
      if (unit)
        await sql`insert into position (person_id, unit_id, title, from_day) values (${id}, ${unit}, 'Worker', '2024-01-01')`.execute(
          db,
        )
      if (office) await sql`insert into knowledge_office (person_id) values (${id})`.execute(db)
      if (manages) await sql`insert into unit_manager (unit_id, person_id) values (${manages}, ${id})`.execute(db)
      if (delegateOf)
        await sql`insert into unit_manager (unit_id, person_id, role) values (${delegateOf}, ${id}, 'delegate')`.execute(
          db,
        )
      return { id, name, token }
    },
    as: (who) => callerFor(server, who),
  }
}

function callerFor(server: Server, who: Somebody | undefined): Caller {
  return async (address, sent) => {
    const { params, query, body, headers } = (sent ?? {}) as {
      params?: Record<string, string>
      query?: Record<string, unknown>
      body?: object
      headers?: Record<string, string>
    }
    const [method, path] = (address as string).split(' ') as ['GET', string]
    const response = await server.app.inject({
      method,
      url: `/api${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''))}`,
      headers: { ...(who && { authorization: `Bearer ${who.token}` }), ...headers },
      ...(query && {
        query: Object.fromEntries(
          Object.entries(query)
            .filter(([, v]) => v != null)
            .map(([k, v]) => [k, String(v)]),
        ),
      }),
      ...(body && { payload: body }),
    })
    const json = String(response.headers['content-type']).includes('json') ? response.json() : undefined
    return { status: response.statusCode, body: json, problem: json, headers: response.headers }
  }
}

export type { Operation }
