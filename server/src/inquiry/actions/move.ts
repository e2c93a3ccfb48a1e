import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { inquiryToChange } from '../access.ts'
import { decides, type InquiryFor, mayUnmerge } from '../inquiry.ts'
import { topicIdsOf, saveTopics } from '../queries/inquiries.ts'
import {
  carryMeToo,
  contributorsOf,
  replaceCommunities,
  saveMerge,
  saveMove,
  saveUnmerge,
  uncarryMeToo,
} from '../queries/moves.ts'
import { refuse } from '../refusals.ts'
import { mustTake } from './ask.ts'
import { mustStand, recordOn } from './said.ts'

/** Moves an inquiry to other communities, with the reason. */
export const moveInquiry = (
  db: Database,
  actor: Actor,
  id: string,
  { communities, reason }: { communities: string[]; reason: string },
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const found = await inquiryToChange(tx, actor, id)
    mustDecide(found)
    const before = found.places.map((place) => place.id)
    const added = communities.filter((community) => !before.includes(community))
    if (added.length === 0 && communities.length === before.length) throw refuse.conflict('movedNowhere')
    await mustTake(tx, actor, communities)
    const contributors = await contributorsOf(tx, id)
    mustKeepPromise(found, added, contributors)

    await replaceCommunities(tx, id, communities)
    await saveTopics(tx, id, await topicIdsOf(tx, id))
    await saveMove(tx, { inquiryId: id, fromCommunities: before, toCommunities: communities, reason, byId: actor.id })
    const moved = await inquiryToChange(tx, actor, id)
    await recordOn(tx, moved, 'moved', { people: [found.inquiry.askedBy, ...contributors] })
  })

/** What others wrote for the members of a private community is not carried out of it. */
function mustKeepPromise({ places, inquiry }: InquiryFor, added: string[], contributors: string[]) {
  const wasPrivate = places.some(({ visibility }) => visibility === 'private')
  const byOthers = contributors.some((personId) => personId !== inquiry.askedBy)
  if (wasPrivate && added.length > 0 && byOthers) throw refuse.conflict('privateLeaves')
}

/** Points on to the inquiry that this one repeats. Its contributions stay where they are; who has the problem too is carried. */
export const mergeInquiry = (db: Database, actor: Actor, id: string, into: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    if (id === into) throw refuse.invalid('mergeIntoItself')
    // Held in one order whatever is merged into what, so that two merges never wait for each other.
    const [first, second] = id < into ? [id, into] : [into, id]
    const held = [await inquiryToChange(tx, actor, first), await inquiryToChange(tx, actor, second)]
    const found = held.find(({ inquiry }) => inquiry.id === id)!
    const target = held.find(({ inquiry }) => inquiry.id === into)!
    mustDecide(found)
    if (target.inquiry.mergedInto) throw refuse.conflict('mergeIntoMerged')
    mustStand(target)

    await saveMerge(tx, id, into)
    await carryMeToo(tx, id, into)
    await recordOn(tx, found, 'merged', { people: [found.inquiry.askedBy], detail: { into } })
    const told = target.inquiry.askedBy === found.inquiry.askedBy ? [] : [target.inquiry.askedBy]
    await recordOn(tx, target, 'duplicate_found', { people: told, detail: { duplicate: id } })
  })

export const unmergeInquiry = (db: Database, actor: Actor, id: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    const found = await inquiryToChange(tx, actor, id)
    if (!decides(found)) throw refuse.forbidden('notDeciding')
    const into = found.inquiry.mergedInto
    if (!into || !mayUnmerge(found)) return
    await saveUnmerge(tx, id)
    await uncarryMeToo(tx, id, into)
    await recordOn(tx, found, 'unmerged', { detail: { from: into } })
  })

function mustDecide(found: InquiryFor) {
  if (!decides(found)) throw refuse.forbidden('notDeciding')
  mustStand(found)
}
