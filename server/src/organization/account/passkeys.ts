import type { FastifyReply, FastifyRequest } from 'fastify'
import { audit } from '#activity/index.ts'
import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { accountOf, deletePasskey, holdAccount, hasPassword, passkeysOf } from '../queries/sessions.ts'
import { useLinksOf } from '../queries/links.ts'
import { refuse } from '../refusals.ts'
import { headersOf, type SignIn, told } from './sign-in.ts'

interface Through {
  signIn: SignIn
  request: FastifyRequest
  reply: FastifyReply
}

type Ceremony = Record<string, unknown>

/** What the browser needs to sign in with any passkey it has for us. */
export async function beginSignIn({ signIn, request, reply }: Through): Promise<Ceremony> {
  const { generatePasskeyAuthenticationOptions: begin } = signIn.auth.api
  return { ...(await told(reply, begin({ headers: headersOf(request), returnHeaders: true }), () => undefined)) }
}

/** Signs in with what the browser's authenticator answered. */
export async function finishSignIn({ signIn, request, reply }: Through, response: Ceremony): Promise<void> {
  const headers = headersOf(request)
  headers.set('origin', new URL(signIn.baseUrl).origin)
  await told(
    reply,
    signIn.auth.api.verifyPasskeyAuthentication({
      headers,
      body: { response: response as never },
      returnHeaders: true,
    }),
    () => refuse.unauthenticated('passkeyUnknown'),
  )
}

export async function beginPasskey({ signIn, request, reply }: Through): Promise<Ceremony> {
  const { generatePasskeyRegistrationOptions: begin } = signIn.auth.api
  const answering = begin({ headers: headersOf(request), query: {}, returnHeaders: true })
  return { ...(await told(reply, answering, notFresh)) }
}

const notFresh = (code: string | undefined) => (code === 'SESSION_NOT_FRESH' ? refuse.forbidden('notFresh') : undefined)

export async function addPasskey(
  { signIn, request, reply }: Through,
  db: Database,
  actor: Actor,
  body: { name: string; response: Ceremony },
): Promise<void> {
  const headers = headersOf(request)
  headers.set('origin', new URL(signIn.baseUrl).origin)
  await told(
    reply,
    signIn.auth.api.verifyPasskeyRegistration({ headers, body, returnHeaders: true }),
    (code) => notFresh(code) ?? refuse.invalid('passkeyFailed'),
  )
  await useLinksOf(db, actor.id)
  await audit(db, 'account.passkey_added', { actor: actor.id, subject: actor.id, address: request.ip })
}

/** Removes a passkey, unless nobody could come in without it. */
export const removePasskey = (db: Database, actor: Actor, id: string, address: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    const account = await accountOf(tx, actor.id)
    if (!account) throw refuse.notFound('notFound')
    await holdAccount(tx, account.id)
    const passkeys = await passkeysOf(tx, account.id)
    if (passkeys.length < 2 && !(await hasPassword(tx, account.id))) throw refuse.conflict('lastWayIn')
    if (!(await deletePasskey(tx, account.id, id))) throw refuse.notFound('notFound')
    await audit(tx, 'account.passkey_removed', { actor: actor.id, subject: actor.id, address })
  })
