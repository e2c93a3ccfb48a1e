import { record } from '#activity/index.ts'
import { type Database, inTransaction, violated, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { renameTopic as rename, saveTopic, topicIn } from '../queries/topics.ts'
import { communityFor } from '../access.ts'
import { isAlive, mayAddTopic } from '../community.ts'
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
    await record(tx, {
      actor: actor.id,
      verb: 'community.topic_added',
      subject: { kind: 'community', id },
      communities: [id],
      detail: { topic: topic.id },
    })
    return topic
  })
}

export async function renameTopic(db: Database, actor: Actor, id: string, topic: string, name: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await facilitated(tx, actor, id)
    await topicOf(tx, id, topic)
    await rename(tx, id, topic, name).catch(nameTaken)
    await record(tx, {
      actor: actor.id,
      verb: 'community.topic_renamed',
      subject: { kind: 'community', id },
      communities: [id],
      detail: { topic },
    })
  })
}

async function topicOf(tx: Writer, id: string, topic: string) {
  const found = await topicIn(tx, id, topic)
  if (!found) throw refuse.notFound('noTopic')
  return found
}

const nameTaken = (error: unknown): never => {
  throw violated(error)?.startsWith('topic_') ? refuse.conflict('topicTaken') : error
}
