import type { FastifyReply, FastifyRequest } from 'fastify'
import { audit } from '#activity/index.ts'
import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { accountOf, deletePasskey, hasPassword, passkeysOf } from '../queries/sessions.ts'
import { refuse } from '../refusals.ts'
import { headersOf, passCookies, type SignIn } from './sign-in.ts'

interface Through {
  signIn: SignIn
  request: FastifyRequest
  reply: FastifyReply
}

type Ceremony = Record<string, unknown>

/** What the browser needs to sign in with any passkey it has for us. */
export const beginSignIn = ({ signIn, request, reply }: Through): Promise<Ceremony> =>
  told(reply, signIn.auth.api.generatePasskeyAuthenticationOptions({ headers: headersOf(request), asResponse: true }))

/** Signs in with what the browser's authenticator answered. */
export async function finishSignIn({ signIn, request, reply }: Through, response: Ceremony): Promise<void> {
  const headers = headersOf(request)
  headers.set('origin', new URL(signIn.baseUrl).origin)
  await told(
    reply,
    signIn.auth.api.verifyPasskeyAuthentication({ headers, body: { response: response as never }, asResponse: true }),
    () => refuse.unauthenticated('passkeyUnknown'),
  )
}

export const beginPasskey = ({ signIn, request, reply }: Through): Promise<Ceremony> =>
  told(
    reply,
    signIn.auth.api.generatePasskeyRegistrationOptions({ headers: headersOf(request), query: {}, asResponse: true }),
    ({ code }) => (code === 'SESSION_NOT_FRESH' ? refuse.forbidden('notFresh') : undefined),
  )

export async function addPasskey(
  { signIn, request, reply }: Through,
  db: Database,
  actor: Actor,
  body: { name: string; response: Ceremony },
): Promise<void> {
  const headers = headersOf(request)
  headers.set('origin', new URL(signIn.baseUrl).origin)
  await told(reply, signIn.auth.api.verifyPasskeyRegistration({ headers, body, asResponse: true }), ({ code }) =>
    code === 'SESSION_NOT_FRESH' ? refuse.forbidden('notFresh') : refuse.invalid('passkeyFailed'),
  )
  await audit(db, 'account.passkey_added', { actor: actor.id, subject: actor.id, address: request.ip })
}

/** Removes a passkey, unless nobody could come in without it. */
export const removePasskey = (db: Database, actor: Actor, id: string, address: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    const account = await accountOf(tx, actor.id)
    if (!account) throw refuse.notFound('notFound')
    const passkeys = await passkeysOf(tx, account.id)
    if (passkeys.length < 2 && !(await hasPassword(tx, account.id))) throw refuse.conflict('lastWayIn')
    if (!(await deletePasskey(tx, account.id, id))) throw refuse.notFound('notFound')
    await audit(tx, 'account.passkey_removed', { actor: actor.id, subject: actor.id, address })
  })

/** Passes on what better-auth answered; its refusals become ours, its defects stay defects. */
async function told(
  reply: FastifyReply,
  answering: Promise<Response>,
  refusal?: (problem: { code?: string }) => Error | undefined,
): Promise<Ceremony> {
  const response = await answering
  const body = (await response.json().catch(() => ({}))) as Ceremony
  if (response.ok) {
    passCookies(reply, response.headers)
    return body
  }
  const known = response.status < 500 || refusing.has(String(body['code'])) ? refusal?.(body) : undefined
  throw known ?? new Error(`better-auth answered ${response.status} ${String(body['code'] ?? '')}`)
}

/** Answered as errors of the server, though it is the browser's answer that was wrong, or a person who left. */
const refusing = new Set(['FAILED_TO_VERIFY_REGISTRATION', 'UNABLE_TO_CREATE_SESSION'])
