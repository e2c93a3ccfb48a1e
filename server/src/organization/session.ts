import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Database, Reader } from '#platform/database.ts'
import type { Actor, Read } from '#platform/endpoint.ts'
import { type ActorRow, actorBy, actorByEmail, type AskerRow, type Credential } from './queries/accounts.ts'
import { askedFor } from './queries/asked.ts'
import { markTokenUsed } from './queries/tokens.ts'

export const tokenHash = (token: string) => createHash('sha256').update(token).digest()

export interface Keys {
  secret: string
  baseUrl: string
}

/** Who makes a request: a personal token first, else the session in the cookie. */
export async function actorOf(db: Database, keys: Keys, request: FastifyRequest): Promise<Actor | undefined> {
  const credential = credentialOf(keys, request)
  return credential && seen(db, credential, await actorBy(db, credential))
}

/** The same with what a page shows this person, in one statement. */
export async function askFor<Values, Row>(
  db: Database,
  keys: Keys,
  request: FastifyRequest,
  read: Read<Values, Row>,
  values: Values,
): Promise<{ actor: Actor | undefined; row: Row | undefined }> {
  const credential = credentialOf(keys, request)
  const found = credential && (await askedFor(db, credential, read, values))
  if (!found) return { actor: undefined, row: undefined }
  return { actor: await seen(db, credential, found.asker), row: found.row ?? undefined }
}

function credentialOf({ secret, baseUrl }: Keys, { headers, cookies }: FastifyRequest): Credential | undefined {
  const bearer = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1]
  if (bearer) return { token: tokenHash(bearer) }
  const cookie = cookies[sessionCookie(baseUrl)]
  const session = cookie && signedValue(cookie, secret)
  return session ? { session } : undefined
}

/** A token that was not used for long is in use again. */
async function seen(db: Database, credential: Credential, row: AskerRow | undefined): Promise<Actor | undefined> {
  if (row?.unseen && 'token' in credential) await markTokenUsed(db, credential.token)
  return actorFrom(row)
}

/** Somebody by address, for the command line, which whoever runs the machine may use. */
export const actorOfEmail = async (db: Reader, email: string) => actorFrom(await actorByEmail(db, email))

/** Over https another name, which browsers let nobody set on an insecure page. */
export const sessionCookie = (baseUrl: string) =>
  `${baseUrl.startsWith('https:') ? '__Secure-' : ''}mortar.session_token`

export const signature = (value: string, secret: string) => createHmac('sha256', secret).update(value).digest()

const actorFrom = (row: ActorRow | undefined): Actor | undefined =>
  row && {
    id: row.id,
    office: row.office,
    guest: row.guest,
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
