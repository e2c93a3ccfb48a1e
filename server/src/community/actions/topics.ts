import { record } from '#activity/index.ts'
import { type Database, inTransaction, violated, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { communityFor } from '../access.ts'
import { isAlive, isSteward, mayAddTopic } from '../community.ts'
import { aroundTopic, removeTopic as remove, renameTopic as rename, saveTopic, topicIn } from '../queries/topics.ts'
import { refuse } from '../refusals.ts'
import { facilitated } from './facilitated.ts'

/** Adds a topic on behalf of a member; the tree is two levels deep, so that people can choose at a glance. */
export async function addTopic(db: Database, actor: Actor, id: string, name: string, parent: string | null) {
  return inTransaction(db, async (tx) => {
    const { community, who } = await communityFor(tx, actor, id)
    if (!isAlive(community)) throw refuse.conflict('closed', { on: community.closedAt })
    if (!mayAddTopic(community, who)) throw refuse.forbidden('topicsOfMembers')
    if (parent && (await topicOf(tx, id, parent)).parentId) throw refuse.conflict('topicTooDeep')
    const topic = await saveTopic(tx, id, name, parent).catch(nameTaken)
    await tell(tx, actor, 'community.topic_added', id, topic.id)
    return topic
  })
}

export async function renameTopic(db: Database, actor: Actor, id: string, topic: string, name: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await facilitated(tx, actor, id)
    await topicOf(tx, id, topic)
    await rename(tx, id, topic, name).catch(nameTaken)
    await tell(tx, actor, 'community.topic_renamed', id, topic)
  })
}

/** Takes a topic out of the community, on behalf of those who tend its topics. What stood under it stays with it. */
export async function removeTopic(db: Database, actor: Actor, id: string, topic: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tended(tx, actor, id)
    await topicOf(tx, id, topic)
    if ((await aroundTopic(tx, topic)).below) throw refuse.conflict('topicHasBelow')
    if (!(await remove(tx, id, topic, true))) throw refuse.notFound('noTopic')
    await tell(tx, actor, 'community.topic_removed', id, topic)
  })
}

/** The same topic again, with what stood under it. */
export async function restoreTopic(db: Database, actor: Actor, id: string, topic: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tended(tx, actor, id)
    if (!(await remove(tx, id, topic, false).catch(nameTaken))) throw refuse.notFound('topicNotRemoved')
    if ((await aroundTopic(tx, topic)).aboveRemoved) throw refuse.conflict('topicAboveRemoved')
    await tell(tx, actor, 'community.topic_restored', id, topic)
  })
}

/** Those who tend a living community's topics: its facilitators and stewards. */
async function tended(tx: Writer, actor: Actor, id: string): Promise<void> {
  const { community, who } = await communityFor(tx, actor, id)
  if (!isSteward(who)) throw refuse.forbidden('topicsTended')
  if (!isAlive(community)) throw refuse.conflict('closed', { on: community.closedAt })
}

const tell = (tx: Writer, actor: Actor, verb: `community.${string}`, id: string, topic: string) =>
  record(tx, {
    actor: actor.id,
    verb,
    subject: { kind: 'community', id },
    communities: [id],
    detail: { topic },
  })

async function topicOf(tx: Writer, id: string, topic: string) {
  const found = await topicIn(tx, id, topic)
  if (!found) throw refuse.notFound('noTopic')
  return found
}

const nameTaken = (error: unknown): never => {
  throw violated(error)?.startsWith('topic_') ? refuse.conflict('topicTaken') : error
}
