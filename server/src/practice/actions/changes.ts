import type { RevisePractice, SuggestChange } from '@mortar/contract/practice'
import { record } from '#activity/index.ts'
import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { practiceFor } from '../access.ts'
import { isSteward, maySuggest } from '../practice.ts'
import { findChange, saveChange, saveChangeDecision } from '../queries/changes.ts'
import { findRevision } from '../queries/practices.ts'
import { refuse } from '../refusals.ts'
import { isSame, textOf } from '../text.ts'
import { advance } from './write.ts'

/** Anybody who may read a practice may propose how to write it better. */
export async function suggestChange(db: Database, actor: Actor, id: string, { base, note, ...text }: SuggestChange) {
  return inTransaction(db, async (tx) => {
    const { practice, who } = await practiceFor(tx, actor, id)
    if (!maySuggest(practice, who)) throw refuse.conflict('retired')
    const from = await findRevision(tx, id, Math.min(base, practice.revision))
    if (isSame(text, textOf(from!))) throw refuse.invalid('unchanged', { revision: base })

    const change = await saveChange(tx, {
      practiceId: id,
      base: from!.revision,
      content: textOf(text),
      note,
      byId: actor.id,
    })
    await record(tx, {
      actor: actor.id,
      verb: 'practice.change_proposed',
      subject: { kind: 'practice', id },
      communities: [practice.community.id],
      people: practice.stewardId && practice.stewardId !== actor.id ? [practice.stewardId] : [],
      detail: { change: change.id },
    })
    return change
  })
}

interface Decision {
  taken: boolean
  reason: string
  together?: Omit<RevisePractice, 'note'> | undefined
}

/** A steward takes a change as the next revision, by its author, put together with what came after it, or says why not. */
export async function decideChange(
  db: Database,
  actor: Actor,
  id: string,
  changeId: string,
  { taken, reason, together }: Decision,
) {
  await inTransaction(db, async (tx) => {
    const found = await practiceFor(tx, actor, id)
    if (!isSteward(found.practice, found.who)) throw refuse.forbidden('stewardOnly')
    const change = await findChange(tx, id, changeId)
    if (!change) throw refuse.notFound('changeNotFound')
    if (!taken && reason === '') throw refuse.invalid('reasonMissing')
    const state = taken ? 'taken' : 'declined'
    if (!(await saveChangeDecision(tx, changeId, { state, reason, byId: actor.id })))
      throw refuse.conflict('changeDecided')
    if (taken)
      await advance(tx, actor, found, {
        ...(together ?? { ...change.content, base: change.base }),
        note: change.note,
        by: change.byId,
      })

    await record(tx, {
      actor: actor.id,
      verb: taken ? 'practice.change_taken' : 'practice.change_declined',
      subject: { kind: 'practice', id },
      communities: [found.practice.community.id],
      people: change.byId && change.byId !== actor.id ? [change.byId] : [],
      detail: { change: changeId },
    })
  })
}

export async function withdrawChange(db: Database, actor: Actor, id: string, changeId: string) {
  await inTransaction(db, async (tx) => {
    const { practice } = await practiceFor(tx, actor, id)
    const change = await findChange(tx, id, changeId)
    if (!change || change.byId !== actor.id) throw refuse.notFound('changeNotFound')
    if (!(await saveChangeDecision(tx, changeId, { state: 'withdrawn', reason: '', byId: actor.id }))) {
      throw refuse.conflict('changeDecided')
    }
    await record(tx, {
      actor: actor.id,
      verb: 'practice.change_withdrawn',
      subject: { kind: 'practice', id },
      communities: [practice.community.id],
      detail: { change: changeId },
    })
  })
}
