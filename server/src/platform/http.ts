import { randomBytes } from 'node:crypto'
import cookie from '@fastify/cookie'
import etag from '@fastify/etag'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import { answerBroken } from './broken.ts'
import type { Actor, Endpoint } from './endpoint.ts'
import { answerProblem } from './problem.ts'
import { databaseAnswers } from './queries.ts'
import { refuse } from './refusals.ts'
import { register, type Routing } from './route.ts'

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | undefined
    nonce: string
  }
}

export interface HttpOptions extends Routing {
  endpoints: Endpoint[]
  actorOf(request: FastifyRequest): Promise<Actor | undefined>
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
  app.decorateRequest('nonce', '')
  app.setErrorHandler(answerProblem)

  await app.register(cookie)
  await app.register(multipart, { limits: { fileSize: 26_214_400, files: 10, fields: 20, parts: 30 } })
  await guard(app, options)
  await app.register(etag)

  app.get('/healthz', async () => ({ alive: true }))
  app.get('/readyz', async (_, reply) => {
    const ready = await databaseAnswers(options.db)
    return reply.code(ready ? 200 : 503).send({ ready })
  })
  register(app, options.endpoints, options)
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

async function guard(app: FastifyInstance, options: HttpOptions) {
  app.addHook('onRequest', async (request) => {
    request.nonce = randomBytes(16).toString('base64')
    // Helmet sees the bare request of Node.
    Object.assign(request.raw, { nonce: request.nonce })
  })
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", (request) => `'nonce-${(request as unknown as { nonce?: string }).nonce ?? ''}'`],
        imgSrc: ["'self'", 'data:', 'blob:', ...(options.filesHost ? [options.filesHost] : [])],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: options.baseUrl.startsWith('https:'),
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
    crossOriginEmbedderPolicy: false,
  })
  app.addHook('onRequest', async (request, reply) => {
    refuseForeignOrigin(request, options.baseUrl)
    if (!request.url.startsWith('/api/')) return
    // One person's answer is not kept for the next, and is asked for again by its tag.
    reply.header('cache-control', 'private, no-cache')
    request.actor = await options.actorOf(request)
  })
  await app.register(rateLimit, {
    global: true,
    max: options.requestsPerMinute,
    timeWindow: 60_000,
    hook: 'preHandler',
    keyGenerator: (request) => request.actor?.id ?? request.ip,
    allowList: (request) => !request.url.startsWith('/api/'),
    errorResponseBuilder: (_, { ttl }) => refuse.tooMany('tooMany', { seconds: Math.ceil(ttl / 1000) }),
  })
}

/** A page in a sandbox has the origin "null", which is nobody's. */
const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : undefined)

/** Cookies travel with forged requests, their origin does not lie: a write with a foreign one is refused. */
function refuseForeignOrigin({ method, headers }: FastifyRequest, baseUrl: string) {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS' || headers.authorization) return
  const site = headers['sec-fetch-site']
  if (site === 'cross-site' || site === 'same-site') throw refuse.forbidden('foreignOrigin')
  if (headers.origin && headers.origin !== new URL(baseUrl).origin && hostOf(headers.origin) !== headers.host) {
    throw refuse.forbidden('foreignOrigin')
  }
}
