import type { AccountView } from '@mortar/contract/account'
import { verifyPassword } from 'better-auth/crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { audit } from '#activity/index.ts'
import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { ownWordsOf, preferencesOf } from '../queries/accounts.ts'
import {
  accountOf,
  endSessions,
  hasPassword,
  passkeysOf,
  passwordOf,
  renewSession,
  savePassword,
  sessionsOf,
} from '../queries/sessions.ts'
import { useLinksOf } from '../queries/links.ts'
import { refuse } from '../refusals.ts'
import { limited } from './attempts.ts'
import type { Keys } from '../session.ts'
import { headersOf, sessionDays, setSessionCookie, type SignIn, told } from './sign-in.ts'
import { goodPassword } from './welcome.ts'

/** Signs in by password. Who does not exist and who typed a wrong password hear the same, after the same time. */
export async function signIn(
  { auth }: SignIn,
  db: Database,
  given: { email: string; password: string },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  await limited(db, { address: request.ip, person: given.email }, async () => {
    const answering = auth.api.signInEmail({ body: given, headers: headersOf(request), returnHeaders: true })
    await told(reply, answering, () => refuse.unauthenticated('wrongPassword'))
  })
}

export async function ownAccount(db: Database, actor: Actor): Promise<AccountView> {
  const account = await accountOf(db, actor.id)
  const [password, passkeys, sessions, preferences] = await Promise.all([
    account ? hasPassword(db, account.id) : false,
    account ? passkeysOf(db, account.id) : [],
    sessionsOf(db, actor.id),
    preferencesOf(db, actor.id),
  ])
  return {
    password,
    passkeys: passkeys.map(({ id, name, createdAt }) => ({ id, name, madeAt: createdAt?.toISOString() ?? null })),
    sessions: sessions.map((row) => ({
      id: row.id,
      current: row.id === actor.sessionId,
      device: row.userAgent || null,
      address: row.ipAddress || null,
      since: row.createdAt.toISOString(),
      seenAt: row.updatedAt.toISOString(),
    })),
    language: preferences.language as AccountView['language'],
    timeZone: preferences.timeZone,
  }
}

/** What must not be done by a token that somebody may have found. */
export function inPerson(actor: Actor): asserts actor is Actor & { sessionId: string } {
  if (!actor.sessionId) throw refuse.forbidden('inPersonOnly')
}

/** Changes the password, or makes the first; every other session ends, in case somebody else knew the old one. */
export async function changePassword(
  db: Database,
  actor: Actor,
  { current, password }: { current?: string | undefined; password: string },
  address: string,
): Promise<void> {
  inPerson(actor)
  const hash = await goodPassword(password, await ownWordsOf(db, actor.id))
  await limited(db, { address, person: actor.id }, () =>
    inTransaction(db, async (tx) => {
      const account = await accountOf(tx, actor.id)
      if (!account) throw refuse.notFound('notFound')
      const kept = (await passwordOf(tx, account.id))?.password
      if (kept && !(current && (await verifyPassword({ hash: kept, password: current })))) {
        throw refuse.forbidden('wrongCurrentPassword')
      }
      await savePassword(tx, account.id, hash)
      await useLinksOf(tx, actor.id)
      await endSessions(tx, actor.id, { except: actor.sessionId })
      await audit(tx, 'account.password_changed', { actor: actor.id, subject: actor.id, address })
    }),
  )
}

export async function endSession(db: Database, actor: Actor, id: string): Promise<void> {
  if ((await endSessions(db, actor.id, { only: id })) === 0) throw refuse.notFound('notFound')
}

/** Who comes back within the time of a session stays signed in. */
export async function keepSession(keys: Keys, db: Database, actor: Actor, reply: FastifyReply): Promise<void> {
  const token = actor.sessionId && (await renewSession(db, actor.sessionId, sessionDays))
  if (token) setSessionCookie(keys, reply, token)
}
