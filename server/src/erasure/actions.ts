import { audit, record } from '#activity/index.ts'
import { type Marking, personFor, saveErasedWords } from '#organization/index.ts'
import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { carryOut } from './carry-out.ts'
import { daysOfWaiting, isSameName, mayTakeBackOwn } from './erasure.ts'
import { lastErasureOf, lastOfOffice, officeNow, saveAsked, saveDecided, saveTakenBack } from './queries/erasures.ts'
import { refuse } from './refusals.ts'

const about = (id: string) => ({ kind: 'person' as const, id })

/** Asks to be erased; the knowledge office hears of it. Asking twice is asking once. */
export const askForErasure = (db: Database, actor: Actor): Promise<void> =>
  inTransaction(db, async (tx) => {
    if (!(await saveAsked(tx, actor.id))) return
    const office = (await officeNow(tx)).filter((id) => id !== actor.id)
    await record(tx, { actor: actor.id, verb: 'person.erasure_asked', subject: about(actor.id), people: office })
  })

export const takeBackOwn = (db: Database, actor: Actor): Promise<void> =>
  inTransaction(db, async (tx) => {
    const last = await lastErasureOf(tx, actor.id)
    if (last?.state === 'waiting' && !mayTakeBackOwn(last)) throw refuse.forbidden('decidedByOffice')
    if (!(await saveTakenBack(tx, actor.id, actor.id))) throw refuse.conflict('nothingToTakeBack')
    const office = (await officeNow(tx)).filter((id) => id !== actor.id)
    await record(tx, { actor: actor.id, verb: 'person.erasure_taken_back', subject: about(actor.id), people: office })
  })

export interface Decision {
  name: string
  now: boolean
}

/** Lets somebody be erased after the days of waiting, or now. They hear of it, as long as they are here. */
export async function decideErasure(
  db: Database,
  actor: Actor,
  id: string,
  { name, now }: Decision,
  { address, marking }: { address: string; marking: Marking },
): Promise<void> {
  const erasure = await inTransaction(db, async (tx) => {
    const { person } = await personFor(tx, actor, id)
    if (!isSameName(name, person.name)) throw refuse.invalid('nameDiffers')
    if (await lastOfOffice(tx, id)) throw refuse.conflict('lastOfOffice')
    const decided = await saveDecided(tx, id, actor.id, now ? 0 : daysOfWaiting)
    if (!decided) throw refuse.conflict('alreadyWaiting')
    const people = id === actor.id ? [] : [id]
    await record(tx, { actor: actor.id, verb: 'person.erasure_decided', subject: about(id), people, detail: { now } })
    await audit(tx, 'person.erasure_decided', { actor: actor.id, subject: id, address, detail: { now } })
    return decided
  })
  if (now) await carryOut(db, erasure, marking)
}

export const takeBack = (db: Database, actor: Actor, id: string, address: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    if (!(await saveTakenBack(tx, id, actor.id))) throw refuse.conflict('nothingToTakeBack')
    const people = id === actor.id ? [] : [id]
    await record(tx, { actor: actor.id, verb: 'person.erasure_taken_back', subject: about(id), people })
    await audit(tx, 'person.erasure_taken_back', { actor: actor.id, subject: id, address })
  })

export const setWords = (db: Database, actor: Actor, words: 'stay' | 'go', address: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    await saveErasedWords(tx, words)
    await audit(tx, 'erasure.words_set', { actor: actor.id, address, detail: { words } })
  })
