import { type Community, communityFor } from '#community/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from './refusals.ts'

/** A community for whoever may see its figures: its members, sponsor and facilitators among them. */
export async function measuredFor(db: Reader, actor: Actor, idOrSlug: string): Promise<Community> {
  const { community, who } = await communityFor(db, actor, idOrSlug)
  if (!who.member) throw refuse.forbidden('membersOnly')
  return community
}
