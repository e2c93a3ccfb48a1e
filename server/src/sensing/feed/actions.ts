import { record } from '#activity/index.ts'
import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { feedToChange, listening } from './access.ts'
import { hostOf } from './address.ts'
import { countFeeds, hasten, isListenedTo, saveBeginning, saveEnd, saveFeed } from './queries.ts'

/** Nobody reads more than that. */
const mostFeeds = 30

const about = (id: string) => ({ kind: 'feed', id }) as const
const placesOf = (communityId: string | null) => (communityId ? [communityId] : [])

/** Listens to a feed from now on; it is read within moments, and told where that fails. */
export async function addFeed(db: Database, actor: Actor, communityId: string | null, address: string) {
  return inTransaction(db, async (tx) => {
    const { may } = await listening(tx, actor, communityId)
    if (!may) throw refuse.forbidden(communityId ? 'facilitatorOnly' : 'officeOnly')
    if ((await countFeeds(tx, communityId)) >= mostFeeds) throw refuse.conflict('tooManyFeeds', { most: mostFeeds })
    const url = new URL(address)
    url.hash = ''
    const id = await saveFeed(tx, { communityId, url: url.href, host: hostOf(url), addedBy: actor.id })
    if (!id) throw refuse.conflict('feedKnown')
    await record(tx, { actor: actor.id, verb: 'feed.added', subject: about(id), communities: placesOf(communityId) })
    return { id }
  })
}

export async function endFeed(db: Database, actor: Actor, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { communityId } = await feedToChange(tx, actor, id)
    if (!(await saveEnd(tx, id, 'byHand'))) throw refuse.conflict('feedEnded')
    await record(tx, { actor: actor.id, verb: 'feed.ended', subject: about(id), communities: placesOf(communityId) })
  })
}

export async function takeUpFeed(db: Database, actor: Actor, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { communityId, url, endedAt } = await feedToChange(tx, actor, id)
    if (!endedAt || (await isListenedTo(tx, communityId, url))) throw refuse.conflict('feedKnown')
    if (!(await saveBeginning(tx, id))) throw refuse.conflict('feedKnown')
    await record(tx, { actor: actor.id, verb: 'feed.added', subject: about(id), communities: placesOf(communityId) })
  })
}

/** Not more often than is polite: whoever read it a moment ago waits. */
export async function readSoon(db: Database, actor: Actor, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await feedToChange(tx, actor, id)
    if (!(await hasten(tx, id))) throw refuse.conflict('readJustNow')
  })
}
