import type { ApplyPractice } from '@mortar/contract/practice'
import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { applyWithin } from '#practice/index.ts'
import { mustWorkHere } from '../access.ts'
import { itemFor } from '../item/access.ts'
import { lawAsks } from '../item/queries.ts'
import { mustSeeTopic } from '../need/actions.ts'
import { refuse } from '../refusals.ts'
import { removeDecline, removeDone, saveDecline, saveDone } from './queries.ts'

interface Done {
  act: 'did' | 'used'
  application: ApplyPractice | null
}

/** "Did it" or "used it". What is used of a practice is an application, and stands with it. */
export async function sayDone(db: Database, actor: Actor, id: string, { act, application }: Done): Promise<void> {
  await inTransaction(db, async (tx) => {
    const item = await itemFor(tx, actor, id)
    const applies = act === 'used' && item.practiceId !== null
    if (applies && !application) throw refuse.invalid('usedAsApplication')
    if (!applies && application) throw refuse.invalid('applicationOfPractice')
    const made = application && (await applyWithin(tx, actor, item.practiceId!, application))
    await removeDecline(tx, actor.id, { itemId: id })
    if (made) await removeDone(tx, actor.id, id, 'used')
    await saveDone(tx, { personId: actor.id, itemId: id, act, applicationId: made?.id ?? null })
  })
}

export async function takeBackDone(db: Database, actor: Actor, id: string, act: 'did' | 'used'): Promise<void> {
  await inTransaction(db, async (tx) => {
    await itemFor(tx, actor, id)
    await removeDone(tx, actor.id, id, act)
  })
}

/** "Not for me" teaches the plan, and is nobody's news. What the law asks stays. */
export async function decline(db: Database, actor: Actor, id: string, declined: boolean): Promise<void> {
  await inTransaction(db, async (tx) => {
    await itemFor(tx, actor, id)
    if (declined && (await lawAsks(tx, id, actor.id))) throw refuse.conflict('lawHolds')
    await (declined ? saveDecline : removeDecline)(tx, actor.id, { itemId: id })
  })
}

export async function declineTopic(db: Database, actor: Actor, topic: string, declined: boolean): Promise<void> {
  await inTransaction(db, async (tx) => {
    await mustWorkHere(tx, actor)
    if (declined) await mustSeeTopic(tx, actor, topic)
    await (declined ? saveDecline : removeDecline)(tx, actor.id, { topicId: topic })
  })
}
