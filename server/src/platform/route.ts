import type { Operation } from '@mortar/contract/operation'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Database } from './database.ts'
import type { Endpoint } from './endpoint.ts'
import { once } from './idempotency.ts'
import { Refusal } from './refusal.ts'
import { refuse } from './refusals.ts'

export interface Routing {
  db: Database
  /** Also checks what we answer against the contract; tests do. */
  checkReplies: boolean
}

/** Turns endpoints into routes: who asks, what was sent, the verb, what goes back. */
export function register(app: FastifyInstance, endpoints: Endpoint[], { db, checkReplies }: Routing) {
  for (const endpoint of endpoints) {
    const [method, path] = endpoint.address.split(' ') as [string, string]
    const { operation } = endpoint

    app.route({
      method,
      url: `/api${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      handler: async (request, reply) => {
        mayCall(operation, request)
        const received = check(operation, request)
        const act = () =>
          endpoint.handle({ db, actor: request.actor!, request, reply, ...received } as Parameters<
            typeof endpoint.handle
          >[0])
        const key = request.headers['idempotency-key']
        if (typeof key === 'string' && key && request.actor && method !== 'GET' && repeatable(operation)) {
          return once(db, { person: request.actor.id, key, request }, reply, async () =>
            shape(operation, await act(), reply, checkReplies),
          )
        }
        return shape(operation, await act(), reply, checkReplies)
      },
    })
  }
}

const repeatable = ({ multipart, unrepeatable }: Operation) => !multipart && !unrepeatable

function mayCall(operation: Operation, { actor }: FastifyRequest) {
  if (!actor && !operation.open) throw refuse.unauthenticated('unauthenticated')
  if (actor?.scopes && !actor.scopes.includes(operation.scope)) {
    throw refuse.forbidden('scopeMissing', { scope: operation.scope })
  }
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

const finnish = z.locales.fi().localeError
const english = z.locales.en().localeError
const wording = (language: string | undefined) => (language === 'fi' ? finnish : english)

function shape(operation: Operation, answer: unknown, reply: FastifyReply, checkReplies: boolean) {
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
