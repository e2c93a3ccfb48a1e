import { bringTopicBack, communityFor, type CommunityFor, endTopic, isAlive, isSteward } from '#community/index.ts'
import { record } from '#activity/index.ts'
import { moveInquiriesBack, moveInquiriesToTopic } from '#inquiry/index.ts'
import { type Database, inTransaction, type Reader, violated, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { movePracticesBack, movePracticesToTopic } from '#practice/index.ts'
import { refuse } from '../refusals.ts'
import {
  asksOfBoth,
  findMerge,
  hasBelow,
  type Merge,
  moveLearning,
  moveLearningBack,
  saveMerge,
  undoMerge as writeUndone,
} from './queries/merges.ts'
import { holdTopics } from './queries/topics.ts'

/**
 * Makes two topics of a community one: what followed the first follows the second. What moved is kept, so that it can
 * be taken back.
 */
export async function mergeTopics(
  db: Database,
  actor: Actor,
  id: string,
  { topic, into }: { topic: string; into: string },
): Promise<{ id: string }> {
  if (topic === into) throw refuse.invalid('mergeSelf')
  return inTransaction(db, async (tx) => {
    const { community } = await tended(tx, actor, id)
    const [first, second] = await bothOf(tx, community.id, topic, into)
    const moved = {
      inquiries: await moveInquiriesToTopic(tx, topic, into),
      practices: await movePracticesToTopic(tx, topic, into),
      ...(await moveLearning(tx, topic, into)),
    }
    const below = await endTopic(tx, topic, into).catch(nameTaken)
    const merge = { communityId: community.id, topicId: topic, name: first.name, parentId: first.parentId }
    const row = await saveMerge(tx, { ...merge, intoId: second.id, byId: actor.id, moved: { ...moved, below } })
    await tell(tx, actor, 'community.topics_merged', community.id, row.id)
    return row
  })
}

/** Both topics, held; a tree of two levels stays one of two. */
async function bothOf(tx: Writer, community: string, topic: string, into: string) {
  const rows = await holdTopics(tx, community, [topic, into])
  const [first, second] = [topic, into].map((one) => rows.find(({ id }) => id === one))
  if (!first || !second) throw refuse.notFound('noTopic')
  if (second.parentId === first.id || (second.parentId && (await hasBelow(tx, first.id))))
    throw refuse.conflict('mergeBelow')
  if (await asksOfBoth(tx, topic, into)) throw refuse.conflict('mergeAsked')
  return [first, second] as const
}

/** Two topics again. What moved and still stands where it went moves back; what is newer stays. */
export async function undoMerge(db: Database, actor: Actor, id: string, merge: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { community } = await tended(tx, actor, id)
    const row = await mergeIn(tx, community.id, merge)
    if ((await holdTopics(tx, community.id, [row.intoId])).length === 0) throw refuse.conflict('mergeGone')
    if (!(await writeUndone(tx, merge, actor.id))) throw refuse.conflict('mergeUndone')
    const { topicId, intoId, moved, name, parentId } = row
    await bringTopicBack(tx, { id: topicId, communityId: community.id, name, parentId }, intoId, moved.below).catch(
      nameTaken,
    )
    await moveInquiriesBack(tx, moved.inquiries, topicId, intoId)
    await movePracticesBack(tx, moved.practices, topicId, intoId)
    await moveLearningBack(tx, moved, topicId, intoId)
    await tell(tx, actor, 'community.topics_parted', community.id, merge)
  })
}

async function mergeIn(db: Reader, community: string, id: string): Promise<Merge> {
  const row = await findMerge(db, community, id)
  if (!row) throw refuse.notFound('noMerge')
  if (row.undoneAt) throw refuse.conflict('mergeUndone')
  return row
}

/** Those who tend a community's topics: its facilitators and stewards. */
async function tended(db: Reader, actor: Actor, id: string): Promise<CommunityFor> {
  const found = await communityFor(db, actor, id)
  if (!isSteward(found.who)) throw refuse.forbidden('topicRights')
  if (!isAlive(found.community)) throw refuse.conflict('communityClosed')
  return found
}

const nameTaken = (error: unknown): never => {
  throw violated(error)?.startsWith('topic_') ? refuse.conflict('mergeName') : error
}

const tell = (tx: Writer, actor: Actor, verb: `community.${string}`, community: string, merge: string) =>
  record(tx, {
    actor: actor.id,
    verb,
    subject: { kind: 'community', id: community },
    communities: [community],
    detail: { merge },
  })
