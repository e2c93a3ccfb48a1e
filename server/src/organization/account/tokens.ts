import { randomBytes } from 'node:crypto'
import type { CreateToken, TokenView } from '@mortar/contract/account'
import { audit } from '#activity/index.ts'
import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { revokeToken, saveToken, tokensOf } from '../queries/tokens.ts'
import { refuse } from '../refusals.ts'
import { tokenHash } from '../session.ts'

const most = 50

/** Makes a personal token. It is told here and never again; a token of the office is the office's alone. */
export function makeToken(db: Database, actor: Actor, { name, scopes, days }: CreateToken, address: string) {
  if (scopes.includes('office') && !actor.office) throw refuse.forbidden('officeOnly')
  const token = `mortar_${randomBytes(24).toString('base64url')}`
  const expiresAt = days === null ? null : new Date(Date.now() + days * 86_400_000)
  return inTransaction(db, async (tx) => {
    if ((await tokensOf(tx, actor.id)).length >= most) throw refuse.conflict('tooManyTokens', { most })
    const row = { personId: actor.id, hash: tokenHash(token), name, scopes: [...new Set(scopes)], expiresAt }
    const { id } = await saveToken(tx, row)
    await audit(tx, 'account.token_made', {
      actor: actor.id,
      subject: actor.id,
      address,
      detail: { token: id, scopes },
    })
    return { id, token }
  })
}

export const endToken = (db: Database, actor: Actor, id: string, address: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    if (!(await revokeToken(tx, actor.id, id))) throw refuse.notFound('notFound')
    await audit(tx, 'account.token_revoked', { actor: actor.id, subject: actor.id, address, detail: { token: id } })
  })

export async function ownTokens(db: Database, actor: Actor): Promise<TokenView[]> {
  return (await tokensOf(db, actor.id)).map((row) => ({
    id: row.id,
    name: row.name,
    scopes: row.scopes as TokenView['scopes'],
    madeAt: row.madeAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    usedAt: row.usedAt?.toISOString() ?? null,
  }))
}
