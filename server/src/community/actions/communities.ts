import type { ChangeCommunity, CreateCommunity } from '@mortar/contract/community'
import { record } from '#activity/index.ts'
import { type Database, inTransaction, violated, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { communityFor } from '../access.ts'
import { isFacilitator, slugOf } from '../community.ts'
import { saveCharter } from '../queries/charters.ts'
import { changeCommunity as saveChange, isBelow, saveCommunity, saveEnding } from '../queries/communities.ts'
import { saveMembership, saveVisit } from '../queries/memberships.ts'
import { refuse } from '../refusals.ts'
import { facilitated } from './facilitated.ts'

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

export async function changeCommunity(db: Database, actor: Actor, id: string, change: ChangeCommunity): Promise<void> {
  await inTransaction(db, async (tx) => {
    await facilitated(tx, actor, id)
    if (Object.keys(change).length === 0) return
    const { parent, evidenceRule, ...plain } = change
    if (parent) await mayHangUnder(tx, actor, id, parent)
    await saveChange(tx, id, {
      ...plain,
      ...(parent !== undefined && { parentId: parent }),
      ...(evidenceRule && { evidenceRule: JSON.stringify(evidenceRule) }),
    }).catch((error: unknown) => {
      throw violated(error) === 'private_community_stands_alone' ? refuse.conflict('sharesInquiries') : error
    })
    await record(tx, {
      actor: actor.id,
      verb: 'community.changed',
      subject: { kind: 'community', id },
      communities: [id],
      detail: { what: Object.keys(change).join(',') },
    })
  })
}

async function mayHangUnder(tx: Writer, actor: Actor, id: string, parent: string) {
  await communityFor(tx, actor, parent)
  if (await isBelow(tx, parent, id)) throw refuse.conflict('ownAncestor')
}

/** Closes with honour inside a larger act; whoever calls hands the practices over in the same transaction. */
export async function closeCommunity(tx: Writer, actor: Actor, id: string, note: string): Promise<void> {
  const { community, who } = await communityFor(tx, actor, id)
  if (!isFacilitator(who)) throw refuse.forbidden('notFacilitator')
  if (!(await saveEnding(tx, id, actor.id, note))) throw refuse.conflict('closed', { on: community.closedAt })
  await record(tx, { actor: actor.id, verb: 'community.closed', subject: { kind: 'community', id }, communities: [id] })
}

/** Remembers that a member was here; nobody else learns it. */
export const visitCommunity = (db: Database, actor: Actor, id: string) =>
  inTransaction(db, async (tx) => {
    await communityFor(tx, actor, id)
    const before = await saveVisit(tx, id, actor.id)
    return { before: before?.toISOString() ?? null }
  })
