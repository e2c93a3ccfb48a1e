import type { CommunityHome } from '@mortar/contract/desk'
import { communityFor, mayReadInside, presentHome } from '#community/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { repertoireOf } from '#practice/index.ts'
import { type BesideRow, besideCommunity, type Brief } from './queries/community.ts'

const practices = 8

/** The home of a community, in one request: it is what people open first, and most. */
export async function communityHome(db: Reader, actor: Actor, idOrSlug: string): Promise<CommunityHome> {
  const found = await communityFor(db, actor, idOrSlug)
  const { community, who } = found
  const inside = mayReadInside(community, who)
  const [home, beside, repertoire] = await Promise.all([
    presentHome(db, actor, found),
    besideCommunity(db, actor.id, community.id, inside),
    inside ? repertoireOf(db, actor, community.id, practices) : [],
  ])
  return {
    ...home,
    following: beside.following ?? 'mentions',
    topics: beside.topics,
    inside: inside ? { ...inquiriesOf(beside), repertoire } : null,
  }
}

/** What waits is not shown a second time among what moved. */
function inquiriesOf({ unanswered, alive }: BesideRow) {
  const waiting = new Set(unanswered.map(({ id }) => id))
  return { unanswered: unanswered.map(dated), alive: alive.filter(({ id }) => !waiting.has(id)).map(dated) }
}

const dated = (brief: Brief) => ({ ...brief, lastAt: new Date(brief.lastAt).toISOString() })
