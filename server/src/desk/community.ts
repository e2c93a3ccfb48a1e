import type { CommunityHome } from '@mortar/contract/desk'
import { communityHomeFor, mayReadInside, presentHome } from '#community/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Ask } from '#platform/endpoint.ts'
import { presentInquiryBrief } from '#inquiry/index.ts'
import { presentBrief } from '#practice/index.ts'
import { type BesideRow, communityHomeRead } from './queries/community.ts'

/** The home of a community, in one request and one statement: it is what people open first, and most. */
export async function communityHome(db: Reader, ask: Ask, idOrSlug: string): Promise<CommunityHome> {
  const { actor, found, row } = await communityHomeFor(ask, communityHomeRead, idOrSlug)
  const inside = mayReadInside(found.community, found.who)
  return {
    ...(await presentHome(db, actor, found, row)),
    following: row.following ?? 'mentions',
    topics: row.topics,
    inside: inside ? { ...inquiriesOf(row), repertoire: (row.repertoire ?? []).map(presentBrief) } : null,
  }
}

/** What waits is not shown a second time among what moved. */
function inquiriesOf({ unanswered, alive }: BesideRow) {
  const waiting = new Set(unanswered.map(({ id }) => id))
  return {
    unanswered: unanswered.map(presentInquiryBrief),
    alive: alive.filter(({ id }) => !waiting.has(id)).map(presentInquiryBrief),
  }
}
