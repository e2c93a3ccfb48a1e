import type { HomeView } from '@mortar/contract/desk'
import { newsworthy, pagesFor } from '#attention/index.ts'
import { communitiesFor, linkTo } from '#community/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { findHome } from './queries/home.ts'

/** The first page of the day: what needs me, what is new, where I am. */
export async function homeOf(db: Reader, actor: Actor): Promise<HomeView> {
  const { needs, news, communities: mine, empty } = await findHome(db, actor.id, newsworthy)
  const known = new Map(
    mine.map(({ id, slug, name, short, colour }) => [id, { id, slug, name, short, colour }] as const),
  )
  const elsewhere = needs.flatMap(({ communityId }) => (communityId && !known.has(communityId) ? communityId : []))
  const [page, others] = await Promise.all([
    pagesFor(db, actor, [...needs, ...news]),
    communitiesFor(db, actor, [...new Set(elsewhere)]),
  ])
  const links = new Map([...known, ...others.map(({ community }) => [community.id, linkTo(community)] as const)])

  return {
    needs: needs.flatMap(({ kind, communityId, by, at, due, ...subject }) => {
      const link = page(subject)
      if (!link) return []
      const community = communityId ? (links.get(communityId) ?? null) : null
      return { kind, page: link, community, by, at: new Date(at).toISOString(), due }
    }),
    news: mine.flatMap(({ id }) => {
      const lines = news
        .filter(({ communityId }) => communityId === id)
        .flatMap(({ at, verb, actor: by, ...subject }) => {
          const link = page(subject)
          return link ? { at: new Date(at).toISOString(), verb, page: link, actor: by } : []
        })
      return lines.length > 0 ? { community: known.get(id)!, lines } : []
    }),
    communities: mine,
    empty,
  }
}
