import { forGuests } from '@mortar/contract/guests'
import type { Address, Operation } from '@mortar/contract/operation'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Database } from './database.ts'
import type { Actor, Ask, Endpoint, Read } from './endpoint.ts'
import { namesOnly } from './guest.ts'
import { once } from './idempotency.ts'
import { Refusal } from './refusal.ts'
import { refuse } from './refusals.ts'
import { wording } from './wording.ts'

export interface Routing {
  db: Database
  /** Also checks what we answer against the contract; tests do. */
  checkReplies: boolean
  actorOf(request: FastifyRequest): Promise<Actor | undefined>
  /** Reads for whoever makes a request, found out in the same statement. */
  askFor<Values, Row>(
    request: FastifyRequest,
    read: Read<Values, Row>,
    values: Values,
  ): Promise<{ actor: Actor | undefined; row: Row | undefined }>
}

/** Holds back who asks too much. */
export type Limit = (request: FastifyRequest, reply: FastifyReply) => Promise<void>

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The page's own statement finds out who asks. */
    asks?: boolean
  }
}

/** Turns endpoints into routes: who asks, what was sent, the verb, what goes back. */
export function register(app: FastifyInstance, endpoints: Endpoint[], routing: Routing, limit: Limit) {
  for (const endpoint of endpoints) {
    const [method, path] = endpoint.address.split(' ') as [string, string]
    app.route({
      method,
      url: `/api${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      config: { asks: endpoint.asks },
      handler: endpoint.asks ? askingHandler(endpoint, routing, limit) : handlerOf(endpoint, routing),
    })
  }
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

function handlerOf({ address, operation, handle }: Endpoint, { db, checkReplies }: Routing): Handler {
  return async (request, reply) => {
    mayCall(address, operation, request)
    const received = check(operation, request)
    const act = () => handle({ db, actor: request.actor!, request, reply, ...received } as Parameters<typeof handle>[0])
    const key = request.headers['idempotency-key']
    if (typeof key === 'string' && key && request.actor && request.method !== 'GET' && repeatable(operation)) {
      return once(db, { person: request.actor.id, key, request }, reply, async () =>
        shape(operation, await act(), reply, checkReplies, request.actor),
      )
    }
    return shape(operation, await act(), reply, checkReplies, request.actor)
  }
}

/** The same for a page that finds out by itself who asks. */
function askingHandler({ address, operation, handle }: Endpoint, routing: Routing, limit: Limit): Handler {
  const { db, checkReplies, actorOf, askFor } = routing
  return async (request, reply) => {
    let looked = false
    const admit = async (actor: Actor | undefined) => {
      looked = true
      request.actor = actor
      await limit(request, reply)
      mayCall(address, operation, request)
    }
    const ask: Ask = async (read, values) => {
      const { actor, row } = await askFor(request, read, values)
      await admit(actor)
      return { actor: actor!, row }
    }
    const answered = async () =>
      handle({ db, ask, request, reply, ...check(operation, request) } as unknown as Parameters<typeof handle>[0])
    let answer
    try {
      answer = await answered()
    } catch (error) {
      if (looked) throw error
      // Who sent it decides whether they hear of it, and in which language.
      await admit(await actorOf(request))
      check(operation, request)
      throw error
    }
    if (!request.actor) throw new Error(`Nobody looked who asks for "${operation.summary}".`)
    return shape(operation, answer, reply, checkReplies, request.actor)
  }
}

const repeatable = ({ multipart, unrepeatable }: Operation) => !multipart && !unrepeatable

function mayCall(address: Address, operation: Operation, { actor }: FastifyRequest) {
  if (!actor && !operation.open) throw refuse.unauthenticated('unauthenticated')
  if (actor?.scopes && !actor.scopes.includes(operation.scope)) {
    throw refuse.forbidden('scopeMissing', { scope: operation.scope })
  }
  if (actor?.guest && !operation.open && !(address in forGuests)) throw refuse.forbidden('notForGuests')
}

function check(operation: Operation, request: FastifyRequest) {
  const problems: { path: string; message: string }[] = []
  const parsed = (schema: z.ZodType | undefined, value: unknown, where: string) => {
    if (!schema) return undefined
    const result = schema.safeParse(value, { error: wording(request.actor?.language) })
    if (result.success) return result.data
    problems.push(...result.error.issues.map(({ path, message }) => ({ path: [where, ...path].join('.'), message })))
    return undefined
  }
  const received = {
    params: parsed(operation.params, request.params, 'path') ?? {},
    query: parsed(operation.query, request.query, 'query') ?? {},
    body: operation.multipart ? undefined : parsed(operation.body, request.body, 'body'),
  }
  if (problems.length > 0) throw new Refusal('invalid', 'platform:invalid', {}, problems.slice(0, 50))
  return received
}

function shape(
  operation: Operation,
  told: unknown,
  reply: FastifyReply,
  checkReplies: boolean,
  actor: Actor | undefined,
) {
  const answer = actor?.guest && !operation.media ? namesOnly(told) : told
  if (reply.sent || operation.media) return answer
  reply.code(operation.status ?? (operation.reply ? 200 : 204))
  if (!operation.reply) return ''
  if (checkReplies) agree(operation, answer)
  reply.type('application/json')
  return JSON.stringify(answer)
}

/** Fails where an answer has more or less in it than the contract says: what is not described must not leak. */
function agree(operation: Operation, answer: unknown) {
  const sent = JSON.stringify(answer)
  const described = JSON.stringify(operation.reply!.parse(JSON.parse(sent)))
  if (sorted(sent) !== sorted(described)) {
    throw new Error(`The answer of "${operation.summary}" is not what the contract describes:\n${sent}\n${described}`)
  }
}

const sorted = (json: string) =>
  JSON.stringify(
    JSON.parse(json, (_, v) =>
      v && typeof v === 'object' && !Array.isArray(v)
        ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
        : v,
    ),
  )
