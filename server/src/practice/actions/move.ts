import type { PracticeState } from '@mortar/contract/practice'
import { record } from '#activity/index.ts'
import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { type PracticeFor, practiceFor } from '../access.ts'
import { isSteward, mayMove, mayPlace, mayTakeUp, missingIn, moveTo, type Practice } from '../practice.ts'
import {
  areTopicsOf,
  findRevision,
  isPresent,
  isPresentMember,
  saveMove,
  saveSteward,
  saveTopics,
} from '../queries/practices.ts'
import { refuse } from '../refusals.ts'

const verbs = {
  proposed: 'practice.proposed',
  current: 'practice.taken',
  draft: 'practice.sent_back',
  retired: 'practice.retired',
} as const

/** Proposes, takes, sends back, retires or restores, as the table of moves allows. */
export async function movePractice(db: Database, actor: Actor, id: string, to: PracticeState, reason: string) {
  await inTransaction(db, async (tx) => {
    const found = await practiceFor(tx, actor, id)
    const { practice, who } = found
    const move = moveTo(practice, to)
    if (!move) throw refuse.conflict('noSuchMove', { from: practice.state, to })
    if (practice.community.closed && to !== 'retired') throw refuse.conflict('closed')
    if (!mayMove(practice, who, to)) throw refuse.forbidden(move.by === 'steward' ? 'stewardOnly' : 'authorOnly')
    if (move.reason && reason === '') throw refuse.invalid('reasonMissing')
    if (move.complete) await checkComplete(tx, found)
    if (!(await saveMove(tx, { id, from: practice.state, to, reason, byId: actor.id }))) throw refuse.conflict('moved')

    await record(tx, {
      actor: actor.id,
      verb: to === 'current' && practice.state === 'retired' ? 'practice.restored' : verbs[to],
      subject: { kind: 'practice', id },
      communities: [practice.community.id],
      people: [practice.madeBy, practice.stewardId].filter(
        (person) => person !== null && person !== actor.id,
      ) as string[],
    })
  })
}

async function checkComplete(tx: Writer, { practice }: PracticeFor) {
  const missing = missingIn(practice.kind, (await findRevision(tx, practice.id, practice.revision))!)
  if (missing) throw refuse.invalid('incomplete', { missing })
}

export async function handToSteward(db: Database, actor: Actor, id: string, steward: string) {
  await inTransaction(db, async (tx) => {
    const { practice, who } = await practiceFor(tx, actor, id)
    const takesUp = steward === actor.id && mayTakeUp(practice, who, await isLeft(tx, practice))
    if (!isSteward(practice, who) && !takesUp) throw refuse.forbidden('stewardOnly')
    if (!(await isPresentMember(tx, practice.community.id, steward))) throw refuse.invalid('personNotMember')
    if (practice.stewardId === steward) return
    await saveSteward(tx, id, steward)
    await record(tx, {
      actor: actor.id,
      verb: 'practice.handed_over',
      subject: { kind: 'practice', id },
      communities: [practice.community.id],
      people: steward === actor.id ? [] : [steward],
    })
  })
}

const isLeft = async (tx: Writer, { stewardId }: Practice) => stewardId === null || !(await isPresent(tx, [stewardId]))

export async function placeUnderTopics(db: Database, actor: Actor, id: string, topics: string[]) {
  await inTransaction(db, async (tx) => {
    const { practice, who } = await practiceFor(tx, actor, id)
    if (!mayPlace(practice, who)) throw refuse.forbidden('authorOnly')
    if (!(await areTopicsOf(tx, practice.community.id, topics))) throw refuse.invalid('topicElsewhere')
    await saveTopics(tx, id, topics)
    await record(tx, {
      actor: actor.id,
      verb: 'practice.placed',
      subject: { kind: 'practice', id },
      communities: [practice.community.id],
    })
  })
}
