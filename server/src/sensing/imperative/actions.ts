import type { WriteImperative } from '@mortar/contract/sensing-imperatives'
import { record } from '#activity/index.ts'
import { communityFor, isAlive, isFacilitator } from '#community/index.ts'
import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { isSteward, practiceFor } from '#practice/index.ts'
import { refuse } from '../refusals.ts'
import { imperativeFor } from './access.ts'
import { mayBeServed, mayMake, today } from './imperative.ts'
import {
  endImperative as end,
  isPerson,
  removeService,
  rewriteImperative,
  saveImperative,
  saveService,
  type Served,
  takeUpAgain,
} from './queries.ts'

const about = (id: string) => ({ kind: 'imperative', id }) as const

async function wordsFrom(tx: Writer, { title, why, from, to, carrier }: WriteImperative) {
  if (carrier && !(await isPerson(tx, carrier))) throw refuse.notFound('noSuchPerson')
  return { title, why, fromDay: from, toDay: to, carrierId: carrier }
}

const others = (actor: Actor, person: string | null) => (person && person !== actor.id ? [person] : [])

/** Writes down an aim; who carries it is told. */
export async function makeImperative(db: Database, actor: Actor, body: WriteImperative): Promise<{ id: string }> {
  if (!mayMake(actor)) throw refuse.forbidden('officeOnly')
  return inTransaction(db, async (tx) => {
    const words = await wordsFrom(tx, body)
    const { id } = await saveImperative(tx, { ...words, madeBy: actor.id })
    await record(tx, {
      actor: actor.id,
      verb: 'imperative.made',
      subject: about(id),
      people: others(actor, words.carrierId),
    })
    return { id }
  })
}

export async function changeImperative(db: Database, actor: Actor, id: string, body: WriteImperative): Promise<void> {
  if (!mayMake(actor)) throw refuse.forbidden('officeOnly')
  await inTransaction(db, async (tx) => {
    const { imperative } = await imperativeFor(tx, actor, id)
    const words = await wordsFrom(tx, body)
    await rewriteImperative(tx, id, words)
    const carries = words.carrierId === imperative.carrierId ? [] : others(actor, words.carrierId)
    await record(tx, { actor: actor.id, verb: 'imperative.changed', subject: about(id), people: carries })
  })
}

export async function endImperative(db: Database, actor: Actor, id: string, reason: string): Promise<void> {
  if (!mayMake(actor)) throw refuse.forbidden('officeOnly')
  await inTransaction(db, async (tx) => {
    const { imperative } = await imperativeFor(tx, actor, id)
    if (!(await end(tx, id, reason, actor.id))) throw refuse.conflict('aimEnded')
    await record(tx, {
      actor: actor.id,
      verb: 'imperative.ended',
      subject: about(id),
      people: others(actor, imperative.carrierId),
    })
  })
}

export async function takeUpImperative(db: Database, actor: Actor, id: string): Promise<void> {
  if (!mayMake(actor)) throw refuse.forbidden('officeOnly')
  await inTransaction(db, async (tx) => {
    await imperativeFor(tx, actor, id)
    if (!(await takeUpAgain(tx, id))) throw refuse.conflict('aimHolds')
    await record(tx, { actor: actor.id, verb: 'imperative.taken_up_again', subject: about(id) })
  })
}

/** A community speaks through its facilitators, a practice through its stewards. */
async function speaksFor(tx: Writer, actor: Actor, served: Served): Promise<string> {
  if ('communityId' in served) {
    const { community, who } = await communityFor(tx, actor, served.communityId)
    if (!isFacilitator(who)) throw refuse.forbidden('facilitatorOnly')
    if (!isAlive(community)) throw refuse.conflict('communityClosed')
    return community.id
  }
  const { practice, who } = await practiceFor(tx, actor, served.practiceId)
  if (!isSteward(practice, who)) throw refuse.forbidden('stewardOnly')
  return practice.community.id
}

export async function serve(db: Database, actor: Actor, id: string, served: Served, how: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { imperative } = await imperativeFor(tx, actor, id)
    const community = await speaksFor(tx, actor, served)
    if (!mayBeServed(imperative, today())) throw refuse.conflict('aimEnded')
    await saveService(tx, id, served, how, actor.id)
    await record(tx, {
      actor: actor.id,
      verb: 'imperative.served',
      subject: about(id),
      communities: [community],
      people: others(actor, imperative.carrierId),
      detail: served,
    })
  })
}

export async function serveNoMore(db: Database, actor: Actor, id: string, served: Served): Promise<void> {
  await inTransaction(db, async (tx) => {
    await imperativeFor(tx, actor, id)
    const community = await speaksFor(tx, actor, served)
    if (!(await removeService(tx, id, served))) throw refuse.notFound('notServed')
    await record(tx, {
      actor: actor.id,
      verb: 'imperative.unserved',
      subject: about(id),
      communities: [community],
      detail: served,
    })
  })
}
