import type { CreateCommunity, WriteCharter } from '@mortar/contract/community'
import { record } from '#activity/index.ts'
import { type Database, inTransaction, violated } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { communityFor } from './access.ts'
import { isAlive, isFacilitator, mayJoin, slugOf } from './community.ts'
import { advanceCharter, endMembership, saveCharter, saveCommunity, saveEnding, saveMembership } from './queries.ts'
import { refuse } from './refusals.ts'

/** Opens a potential community. Who opens it is its first member and facilitator. */
export async function createCommunity(db: Database, actor: Actor, input: CreateCommunity) {
  const slug = slugOf(input.name)
  return inTransaction(db, async (tx) => {
    const { id } = await saveCommunity(tx, slug, actor.id, input).catch((error: unknown) => {
      throw violated(error) === 'community_slug_key' ? refuse.conflict('slugTaken') : error
    })
    const { domain, about, notAbout, purpose } = input
    const empty = { people: '', conventions: '', rhythm: '', reviewOn: null, note: '' }
    await saveCharter(tx, id, 1, actor.id, { domain, about, notAbout, purpose, ...empty })
    await saveMembership(tx, { communityId: id, personId: actor.id, roles: ['facilitator'], byAct: 'founded' })
    await record(tx, {
      actor: actor.id,
      verb: 'community.opened',
      subject: { kind: 'community', id },
      communities: [id],
    })
    return { id, slug }
  })
}

export async function joinCommunity(db: Database, actor: Actor, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { community, who } = await communityFor(tx, actor, id)
    if (who.member) return
    if (!isAlive(community)) throw refuse.conflict('closed', { on: community.closedAt })
    if (!mayJoin(community, who)) {
      throw refuse.forbidden(community.visibility === 'by_request' ? 'byRequestOnly' : 'inviteOnly')
    }
    const byAct = who.invited ? 'accepted' : 'joined'
    if (!(await saveMembership(tx, { communityId: id, personId: actor.id, roles: [], byAct }))) return
    await record(tx, {
      actor: actor.id,
      verb: 'community.joined',
      subject: { kind: 'community', id },
      communities: [id],
    })
  })
}

/** One click, and nobody's news: the trail keeps it for the person alone. */
export async function leaveCommunity(db: Database, actor: Actor, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await communityFor(tx, actor, id)
    if (!(await endMembership(tx, id, actor.id))) return
    await record(tx, {
      actor: actor.id,
      verb: 'person.left_community',
      subject: { kind: 'person', id: actor.id },
      detail: { community: id },
    })
  })
}

export async function writeCharter(db: Database, actor: Actor, id: string, { base, ...text }: WriteCharter) {
  return inTransaction(db, async (tx) => {
    const { community, who } = await communityFor(tx, actor, id)
    if (!isFacilitator(who)) throw refuse.forbidden('notFacilitator')
    if (!isAlive(community)) throw refuse.conflict('closed', { on: community.closedAt })
    if (!(await advanceCharter(tx, id, base)))
      throw refuse.conflict('charterMoved', { version: community.charterVersion })

    const version = base + 1
    await saveCharter(tx, id, version, actor.id, text)
    await record(tx, {
      actor: actor.id,
      verb: 'community.charter_written',
      subject: { kind: 'community', id },
      communities: [id],
      detail: { version },
    })
    return { version }
  })
}

export async function closeCommunity(db: Database, actor: Actor, id: string, note: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { community, who } = await communityFor(tx, actor, id)
    if (!isFacilitator(who)) throw refuse.forbidden('notFacilitator')
    if (!(await saveEnding(tx, id, actor.id, note))) throw refuse.conflict('closed', { on: community.closedAt })
    await record(tx, {
      actor: actor.id,
      verb: 'community.closed',
      subject: { kind: 'community', id },
      communities: [id],
    })
  })
}
