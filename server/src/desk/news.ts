import type { CommunityNews } from '@mortar/contract/desk'
import { communityFor, mayReadInside } from '#community/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { linksFor } from './home.ts'
import { awaySince, newsSince } from './queries/news.ts'

/** What changed in a community since somebody was last there, of what they may read; for who may not look inside, nothing. */
export async function communityNews(db: Reader, actor: Actor, id: string): Promise<CommunityNews> {
  const { community, who } = await communityFor(db, actor, id)
  const since = await awaySince(db, actor.id, community.id)
  const rows = mayReadInside(community, who) ? await newsSince(db, actor.id, community.id, since) : []
  const page = await linksFor(db, actor, rows)
  return {
    since: since.toISOString(),
    lines: rows.flatMap(({ at, verb, actor: by, ...subject }) => {
      const link = page(subject)
      return link ? [{ at: new Date(at).toISOString(), verb, page: link, actor: by }] : []
    }),
  }
}
