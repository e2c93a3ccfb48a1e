import { communityFor, isAlive, isFacilitator, mayReadInside } from '#community/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { isHere } from '../signal/queries.ts'
import { mayListen } from '../signal/signal.ts'
import { type FeedRow, findFeed } from './queries.ts'

/** Whether somebody may see the feeds of a community, or of the organization, and look after them. */
export async function listening(db: Reader, actor: Actor, communityId: string | null): Promise<{ may: boolean }> {
  if (communityId === null) {
    if (!(await isHere(db, actor.id))) throw refuse.notFound('noFeed')
    return { may: mayListen({ office: actor.office, facilitator: false, alive: true }, false) }
  }
  const { community, who } = await communityFor(db, actor, communityId)
  if (!mayReadInside(community, who)) throw refuse.notFound('noFeed')
  const standing = { office: actor.office, facilitator: isFacilitator(who), alive: isAlive(community) }
  return { may: mayListen(standing, true) }
}

/** A feed on behalf of who looks after it; others are told why not, or find nothing. */
export async function feedToChange(db: Reader, actor: Actor, id: string): Promise<FeedRow> {
  const feed = await findFeed(db, id)
  if (!feed) throw refuse.notFound('noFeed')
  const { may } = await listening(db, actor, feed.communityId).catch(() => {
    throw refuse.notFound('noFeed')
  })
  if (!may) throw refuse.forbidden(feed.communityId ? 'facilitatorOnly' : 'officeOnly')
  return feed
}

/** Where the feeds of these ids are listened to, for lists that tell of them. */
export async function feedsByIds(db: Reader, actor: Actor, ids: string[]) {
  const found = await Promise.all(ids.map((id) => findFeed(db, id)))
  return Promise.all(
    found.flatMap((feed) =>
      feed
        ? listening(db, actor, feed.communityId).then(
            () => [feed],
            () => [],
          )
        : [],
    ),
  ).then((lists) => lists.flat())
}
