import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Database, Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { type ActorRow, actorByEmail, actorBySession, actorByToken } from './queries/accounts.ts'
import { markTokenUsed } from './queries/tokens.ts'

export const tokenHash = (token: string) => createHash('sha256').update(token).digest()

export interface Keys {
  secret: string
  baseUrl: string
}

/** Who makes a request: a personal token first, else the session in the cookie. */
export async function actorOf(db: Database, keys: Keys, request: FastifyRequest): Promise<Actor | undefined> {
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (bearer) return actorOfToken(db, tokenHash(bearer))

  const cookie = request.cookies[sessionCookie(keys.baseUrl)]
  const token = cookie && signedValue(cookie, keys.secret)
  return token ? actorFrom(await actorBySession(db, token)) : undefined
}

/** Somebody by address, for the command line, which whoever runs the machine may use. */
export const actorOfEmail = async (db: Reader, email: string) => actorFrom(await actorByEmail(db, email))

/** Over https another name, which browsers let nobody set on an insecure page. */
export const sessionCookie = (baseUrl: string) =>
  `${baseUrl.startsWith('https:') ? '__Secure-' : ''}mortar.session_token`

async function actorOfToken(db: Database, hash: Buffer): Promise<Actor | undefined> {
  const row = await actorByToken(db, hash)
  if (row?.unseen) await markTokenUsed(db, hash)
  return actorFrom(row)
}

export const signature = (value: string, secret: string) => createHmac('sha256', secret).update(value).digest()

const actorFrom = (row: ActorRow | undefined): Actor | undefined =>
  row && {
    id: row.id,
    office: row.office,
    language: row.language,
    timeZone: row.timeZone,
    ...(row.scopes && { scopes: row.scopes }),
    ...(row.sessionId && { sessionId: row.sessionId }),
  }

/** The value of a cookie as better-auth signs it (`value.signature`, HMAC-SHA256), if the signature is ours. */
function signedValue(cookie: string, secret: string): string | undefined {
  const dot = cookie.lastIndexOf('.')
  if (dot < 1) return undefined
  const value = cookie.slice(0, dot)
  const given = Buffer.from(cookie.slice(dot + 1), 'base64')
  const expected = signature(value, secret)
  return given.length === expected.length && timingSafeEqual(given, expected) ? value : undefined
}
