import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { communityFor, type CommunityFor } from '../access.ts'
import { isAlive, isFacilitator } from '../community.ts'
import { refuse } from '../refusals.ts'

/** A living community on behalf of one of its facilitators; others are told why not. */
export async function facilitated(db: Reader, actor: Actor, id: string): Promise<CommunityFor> {
  const found = await communityFor(db, actor, id)
  if (!isFacilitator(found.who)) throw refuse.forbidden('notFacilitator')
  if (!isAlive(found.community)) throw refuse.conflict('closed', { on: found.community.closedAt })
  return found
}
