import type { HomeView } from '@mortar/contract/desk'
import { newsworthy, pagesFor } from '#attention/index.ts'
import { communitiesFor, linkTo } from '#community/index.ts'
import { peopleFor } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { communitiesOf, isEmpty, needsOf, newsIn } from './queries.ts'

/** The first page of the day: what needs me, what is new, where I am. */
export async function homeOf(db: Reader, actor: Actor): Promise<HomeView> {
  const [needs, mine, empty] = await Promise.all([needsOf(db, actor.id), communitiesOf(db, actor.id), isEmpty(db)])
  const ids = mine.map(({ id }) => id)
  const news = await newsIn(db, actor.id, ids, newsworthy)
  const [page, person, communities] = await Promise.all([
    pagesFor(db, actor, [...needs, ...news]),
    peopleFor(db, [...needs.map(({ byId }) => byId), ...news.map(({ actorId }) => actorId)]),
    communitiesFor(db, actor, [...new Set([...ids, ...needs.flatMap(({ communityId }) => communityId ?? [])])]),
  ])
  const links = new Map(communities.map(({ community }) => [community.id, linkTo(community)]))

  return {
    needs: needs.flatMap(({ kind, communityId, byId, at, due, ...subject }) => {
      const link = page(subject)
      if (!link) return []
      const community = communityId ? (links.get(communityId) ?? null) : null
      return { kind, page: link, community, by: person(byId), at: at.toISOString(), due }
    }),
    news: mine.flatMap(({ id }) => {
      const lines = news
        .filter(({ communityId }) => communityId === id)
        .flatMap((row) => {
          const link = page(row)
          return link ? { at: row.at.toISOString(), verb: row.verb, page: link, actor: person(row.actorId) } : []
        })
      return lines.length > 0 ? { community: links.get(id)!, lines } : []
    }),
    communities: mine.map(({ id, unanswered, needsFacilitator }) => ({
      ...links.get(id)!,
      unanswered,
      needsFacilitator,
    })),
    empty,
  }
}
