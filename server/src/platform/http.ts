import { hash } from 'node:crypto'
import cookie from '@fastify/cookie'
import etag from '@fastify/etag'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import { answerBroken } from './broken.ts'
import type { Actor, Endpoint } from './endpoint.ts'
import { guardHeaders } from './headers.ts'
import { answerProblem } from './problem.ts'
import { databaseAnswers } from './queries.ts'
import { refuse } from './refusals.ts'
import { type Limit, register, type Routing } from './route.ts'

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | undefined
  }
}

export interface HttpOptions extends Routing {
  endpoints: Endpoint[]
  baseUrl: string
  filesHost?: string | undefined
  /** How many proxies in front say whom they heard. */
  trustProxy: number | false
  logLevel: string
  /** Where the log goes when it is not the standard output. */
  logTo?: { write(line: string): void } | undefined
  /** Requests a minute for one person or address. */
  requestsPerMinute: number
}

/** The web server without rooms: what every request meets before and after a verb. */
export async function createHttp(options: HttpOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: {
      level: options.logLevel,
      serializers: { err: plainError },
      ...(options.logTo && { stream: options.logTo }),
    },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: believing(options.trustProxy),
    bodyLimit: 1_048_576,
    routerOptions: { maxParamLength: 500 },
    forceCloseConnections: 'idle',
    clientErrorHandler: answerBroken,
    // What is no address at all meets no hook and no route.
    frameworkErrors: (error, request, reply) => {
      reply.header('content-security-policy', "default-src 'none'").header('x-content-type-options', 'nosniff')
      answerProblem(error, request as FastifyRequest, reply as FastifyReply)
    },
  })
  app.decorateRequest('actor', undefined)
  app.setErrorHandler(answerProblem)

  await app.register(cookie)
  await app.register(multipart, { limits: { fileSize: 26_214_400, files: 10, fields: 20, parts: 30 } })
  const limit = await guard(app, options)
  await app.register(etag, { hashFn: (payload) => hash('sha1', payload, 'base64') })

  app.get('/healthz', async () => ({ alive: true }))
  app.get('/readyz', async (_, reply) => {
    const ready = await databaseAnswers(options.db)
    return reply.code(ready ? 200 : 503).send({ ready })
  })
  register(app, options.endpoints, options, limit)
  return app
}

/** Each proxy adds whom it heard at the end: only what those in front of us added is believed, not what a browser sent along. */
const believing = (proxies: number | false) => (proxies ? (_: string, hop: number) => hop < proxies : false)

/** What a log may know of an error: never the objects that libraries hang on it, which hold addresses and values. */
const plainError = ({ name, message, code, stack }: Error & { code?: string }) => ({
  type: name,
  message,
  code,
  stack: stack ?? '',
})

async function guard(app: FastifyInstance, options: HttpOptions): Promise<Limit> {
  guardHeaders(app, options)
  const ownOrigin = new URL(options.baseUrl).origin
  app.addHook('onRequest', async (request, reply) => {
    refuseForeignOrigin(request, ownOrigin)
    if (!request.url.startsWith('/api/')) return
    // One person's answer is not kept for the next, and is asked for again by its tag.
    reply.header('cache-control', 'private, no-cache')
    if (!request.routeOptions.config.asks) request.actor = await options.actorOf(request)
  })
  const limit = await limiting(app, options.requestsPerMinute)
  app.addHook('preHandler', async (request, reply) => {
    if (request.url.startsWith('/api/') && !request.routeOptions.config.asks) await limit(request, reply)
  })
  return limit
}

async function limiting(app: FastifyInstance, max: number): Promise<Limit> {
  await app.register(rateLimit, {
    global: false,
    max,
    timeWindow: 60_000,
    keyGenerator: (request) => request.actor?.id ?? request.ip,
  })
  const count = app.createRateLimit()
  return async (request, reply) => {
    const counted = await count(request)
    if (counted.isAllowed || !counted.isExceeded) return
    reply.header('retry-after', counted.ttlInSeconds)
    throw refuse.tooMany('tooMany', { seconds: counted.ttlInSeconds })
  }
}

/** A page in a sandbox has the origin "null", which is nobody's. */
const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : undefined)

/** Cookies travel with forged requests, their origin does not lie: a write with a foreign one is refused. */
function refuseForeignOrigin({ method, headers }: FastifyRequest, ownOrigin: string) {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS' || headers.authorization) return
  const site = headers['sec-fetch-site']
  if (site === 'cross-site' || site === 'same-site') throw refuse.forbidden('foreignOrigin')
  if (headers.origin && headers.origin !== ownOrigin && hostOf(headers.origin) !== headers.host) {
    throw refuse.forbidden('foreignOrigin')
  }
}
