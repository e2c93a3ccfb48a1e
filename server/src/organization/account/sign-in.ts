import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '#platform/database.ts'
import { mayComeIn } from '../queries/sessions.ts'
import { type Keys, sessionCookie, signature } from '../session.ts'

export interface SignInOptions {
  db: Database
  secret: string
  baseUrl: string
}

const day = 24 * 60 * 60
export const sessionDays = 30

/**
 * better-auth over our tables. It stands behind our own endpoints and never answers the network itself, so that every
 * refusal is a sentence in the reader's language and nothing can be asked that the contract does not describe.
 */
export const openAuth = ({ db, secret, baseUrl }: SignInOptions) =>
  betterAuth({
    appName: 'Mortar',
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: { db, type: 'postgres', transaction: true },
    emailAndPassword: { enabled: true, disableSignUp: true },
    user: {
      // With its schema, since better-auth calls another of its own tables "account".
      modelName: 'public.account',
      additionalFields: { personId: { type: 'string', required: true, input: false } },
    },
    account: { modelName: 'credential', fields: { accountId: 'accountKey', userId: 'accountId' } },
    session: {
      fields: { userId: 'accountId' },
      expiresIn: sessionDays * day,
      freshAge: day,
      disableSessionRefresh: true,
    },
    databaseHooks: {
      session: { create: { before: async ({ userId }) => await mayComeIn(db, userId) } },
    },
    advanced: {
      cookiePrefix: 'mortar',
      useSecureCookies: baseUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: 'uuid', validateSchema: false },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    plugins: [
      passkey({
        rpName: 'Mortar',
        rpID: new URL(baseUrl).hostname,
        origin: new URL(baseUrl).origin,
        authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
        advanced: { webAuthnChallengeCookie: 'challenge' },
        schema: { passkey: { fields: { userId: 'accountId', credentialID: 'credentialId' } } },
      }),
    ],
  })

const addressHeader = 'x-mortar-address'

/** Signing in over one database: better-auth, and what our endpoints need beside it. */
export interface SignIn extends Keys {
  auth: ReturnType<typeof openAuth>
}

export const openSignIn = (options: SignInOptions): SignIn => ({
  auth: openAuth(options),
  baseUrl: options.baseUrl,
  secret: options.secret,
})

/** A request as better-auth reads it. The address is the one Fastify trusts, not what a header claims. */
export function headersOf(request: FastifyRequest): Headers {
  const { cookie, origin, 'user-agent': agent } = request.headers
  const headers = new Headers({ [addressHeader]: request.ip, 'user-agent': (agent ?? '').slice(0, 500) })
  if (cookie) headers.set('cookie', cookie)
  if (origin) headers.set('origin', origin)
  return headers
}

/**
 * What better-auth answered, its cookies handed on to the browser. Its refusals become ours; any other error, and a
 * refusal that we have no sentence for, is a defect.
 */
export async function told<T>(
  reply: FastifyReply,
  answering: Promise<{ headers: Headers; response: T }>,
  refusal: (code: string | undefined) => Error | undefined,
): Promise<T> {
  const { headers, response } = await answering.catch((error: unknown) => {
    throw (error instanceof APIError && refusal(error.body?.code)) || error
  })
  for (const cookie of headers.getSetCookie()) reply.header('set-cookie', cookie)
  return response
}

/** Opens a session for an account whose owner has just shown who they are. */
export async function openSession(signIn: SignIn, accountId: string, request: FastifyRequest, reply: FastifyReply) {
  const { internalAdapter } = await signIn.auth.$context
  const ipAddress = request.ip
  const userAgent = (request.headers['user-agent'] ?? '').slice(0, 500)
  const { token } = await internalAdapter.createSession(accountId, false, { ipAddress, userAgent })
  setSessionCookie(signIn, reply, token)
}

const attributes = (baseUrl: string) =>
  ({ httpOnly: true, secure: baseUrl.startsWith('https:'), sameSite: 'lax', path: '/' }) as const

/** As better-auth sets it: the token, and our signature of it. */
export function setSessionCookie({ secret, baseUrl }: Keys, reply: FastifyReply, token: string) {
  reply.setCookie(sessionCookie(baseUrl), `${token}.${signature(token, secret).toString('base64')}`, {
    ...attributes(baseUrl),
    maxAge: sessionDays * day,
  })
}

export const clearSessionCookie = ({ baseUrl }: Keys, reply: FastifyReply) =>
  reply.clearCookie(sessionCookie(baseUrl), attributes(baseUrl))
