import type { CommunityHome } from '@mortar/contract/desk'
import { communityFor, mayReadInside, participationOf, presentHead } from '#community/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { repertoireOf } from '#practice/index.ts'
import { aliveIn, besideCommunity } from './queries/community.ts'

const inquiries = 6
const practices = 8

/** The home of a community, in one request: it is what people open first, and most. */
export async function communityHome(db: Reader, actor: Actor, idOrSlug: string): Promise<CommunityHome> {
  const found = await communityFor(db, actor, idOrSlug)
  const { community, who } = found
  const [head, participation, beside, inside] = await Promise.all([
    presentHead(db, actor, found),
    participationOf(db, community),
    besideCommunity(db, actor.id, community.id),
    mayReadInside(community, who) ? insideOf(db, actor, community.id) : null,
  ])
  return { community: head, following: beside.following ?? 'mentions', participation, topics: beside.topics, inside }
}

async function insideOf(db: Reader, actor: Actor, id: string): Promise<CommunityHome['inside']> {
  const [{ unanswered, alive }, repertoire] = await Promise.all([
    aliveIn(db, id, inquiries),
    repertoireOf(db, actor, id, practices),
  ])
  const waiting = new Set(unanswered.map((inquiry) => inquiry.id))
  return { unanswered, alive: alive.filter((inquiry) => !waiting.has(inquiry.id)), repertoire }
}
