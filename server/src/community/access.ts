import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { type Community, maySee, type Standing } from './community.ts'
import { communitiesByIds, findCommunity } from './queries/communities.ts'
import { idsInside, standingsIn } from './queries/memberships.ts'
import { refuse } from './refusals.ts'

export interface CommunityFor {
  community: Community
  who: Standing
}

/** The only way to a community on somebody's behalf. One they may not see looks exactly like one that does not exist. */
export async function communityFor(db: Reader, actor: Actor, idOrSlug: string): Promise<CommunityFor> {
  const community = await findCommunity(db, idOrSlug)
  const who = community && (await standingsIn(db, actor.id, [community.id])).get(community.id)
  if (!community || !who || !maySee(community, who)) throw refuse.notFound('notFound')
  return { community, who }
}

/** Those of many communities that somebody may see, with how they stand to each. */
export async function communitiesFor(db: Reader, actor: Actor, ids: string[]): Promise<CommunityFor[]> {
  const [communities, standings] = await Promise.all([communitiesByIds(db, ids), standingsIn(db, actor.id, ids)])
  return communities
    .map((community) => ({ community, who: standings.get(community.id)! }))
    .filter(({ community, who }) => maySee(community, who))
}

/** Communities whose inquiries and current practices somebody may read. */
export const readableFor = (db: Reader, actor: Actor): Promise<string[]> => idsInside(db, actor.id)
