import { record } from '#activity/index.ts'
import { communityFor } from '#community/index.ts'
import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { mustWorkHere } from '../access.ts'
import { worksHere } from '../queries.ts'
import { refuse } from '../refusals.ts'
import { topicsByIds } from '../topic/queries/topics.ts'
import { ownNeedFor } from './access.ts'
import { deleteNeed, removeInterest, removeShare, rewriteNeed, saveInterest, saveNeed, saveShare } from './queries.ts'

interface Written {
  gap: number
  note: string
}

/** Notes a need. The trail keeps nothing of it: it is nobody else's news. */
export async function noteNeed(
  db: Database,
  actor: Actor,
  { topic, ...written }: Written & { topic: string },
): Promise<{ id: string }> {
  return inTransaction(db, async (tx) => {
    await mustWorkHere(tx, actor)
    await mustSeeTopic(tx, actor, topic)
    return saveNeed(tx, { personId: actor.id, topicId: topic, ...written })
  })
}

export async function changeNeed(db: Database, actor: Actor, id: string, written: Written & { met: boolean }) {
  await inTransaction(db, async (tx) => {
    await ownNeedFor(tx, actor, id)
    await rewriteNeed(tx, id, written)
  })
}

export async function forgetNeed(db: Database, actor: Actor, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await ownNeedFor(tx, actor, id)
    await deleteNeed(tx, id)
  })
}

interface With {
  mentor: string | null
  community: string | null
}

/** Shares a need with one person, who hears of it, or with one community. */
export async function shareNeed(db: Database, actor: Actor, id: string, to: With): Promise<{ id: string }> {
  return inTransaction(db, async (tx) => {
    const need = await ownNeedFor(tx, actor, id)
    if (need.metAt) throw refuse.conflict('needMet')
    await mustReach(tx, actor, to)
    const share = await saveShare(tx, { needId: id, mentorId: to.mentor, communityId: to.community })
    if (!share) throw refuse.conflict('sharedAlready')
    if (to.mentor)
      await record(tx, {
        actor: actor.id,
        verb: 'learning.need_shared',
        subject: { kind: 'person', id: actor.id },
        people: [to.mentor],
        detail: { share: share.id },
      })
    return share
  })
}

async function mustReach(tx: Writer, actor: Actor, { mentor, community }: With): Promise<void> {
  if (mentor === actor.id) throw refuse.invalid('notYourself')
  if (mentor && !(await worksHere(tx, mentor))) throw refuse.notFound('noMentor')
  if (community && !(await communityFor(tx, actor, community)).who.member) throw refuse.forbidden('memberOnly')
}

/** Takes a shared need back: it is theirs alone again, and nobody's news. */
export async function takeBackShare(db: Database, actor: Actor, id: string, share: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await ownNeedFor(tx, actor, id)
    if (!(await removeShare(tx, id, share))) throw refuse.notFound('noShare')
  })
}

export async function declareInterest(db: Database, actor: Actor, topic: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await mustWorkHere(tx, actor)
    await mustSeeTopic(tx, actor, topic)
    await saveInterest(tx, actor.id, topic)
  })
}

export const dropInterest = (db: Database, actor: Actor, topic: string): Promise<void> =>
  inTransaction(db, async (tx) => void (await removeInterest(tx, actor.id, topic)))

export async function mustSeeTopic(tx: Writer, actor: Actor, topic: string): Promise<void> {
  if (!(await topicsByIds(tx, actor.id, [topic])).has(topic)) throw refuse.notFound('noTopic')
}
