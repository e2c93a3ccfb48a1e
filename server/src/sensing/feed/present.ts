import type { FeedView } from '@mortar/contract/sensing-signals'
import { communitiesFor, linkTo } from '#community/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { sentence } from '#platform/words.ts'
import { listening } from './access.ts'
import { feedsOf } from './queries.ts'

/** What a community, or the organization, listens to, and how that goes. */
export async function feedsFor(
  db: Reader,
  actor: Actor,
  communityId: string | null,
): Promise<{ items: FeedView[]; may: { add: boolean } }> {
  const { may } = await listening(db, actor, communityId)
  const [rows, communities] = await Promise.all([
    feedsOf(db, communityId),
    communitiesFor(db, actor, communityId ? [communityId] : []),
  ])
  const community = communities.map((found) => linkTo(found.community))[0] ?? null
  const say = (key: string) => sentence(actor.language, `sensing:${key}`)
  return {
    items: rows.map((row) => ({
      id: row.id,
      url: row.url,
      title: row.title || row.host,
      community,
      readAt: row.readAt?.toISOString() ?? null,
      nextAt: row.endedAt ? null : row.nextAt.toISOString(),
      trouble: row.failure ? say(`trouble_${row.failure}`) : null,
      ended: row.endedAt && { at: row.endedAt.toISOString(), why: say(`ended_${row.endedWhy}`) },
      may: { end: may && !row.endedAt, takeUpAgain: may && row.endedAt !== null, readNow: may && !row.endedAt },
    })),
    may: { add: may },
  }
}
