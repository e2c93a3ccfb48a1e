import type { Resolve } from '@mortar/contract/inquiry'
import { record } from '#activity/index.ts'
import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { renderMarkdown } from '#platform/markdown.ts'
import { contributionToChange, inquiryToChange } from '../access.ts'
import { mayMarkHelped } from '../contribution.ts'
import { decides, type InquiryFor, mayReopen } from '../inquiry.ts'
import { countHelped, dropHelped, saveHelped } from '../queries/contributions.ts'
import { authorsOf } from '../queries/thread.ts'
import { saveState } from '../queries/inquiries.ts'
import {
  endResolution,
  forgetResolution,
  type ResolutionWords,
  saveResolution,
  standingResolution,
} from '../queries/resolutions.ts'
import { refuse } from '../refusals.ts'
import { activityOn, mustStand, recordOn } from './said.ts'

/** Says what helped, one or several, or how it was solved another way. */
export const resolveInquiry = (
  db: Database,
  actor: Actor,
  id: string,
  { helped, anotherWay }: Resolve,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const found = await inquiryToChange(tx, actor, id)
    mustDecide(found)
    const marked = helped.length > 0 ? await saveHelped(tx, id, helped, actor.id) : []
    if (helped.length > 0 && marked.length === 0 && !anotherWay) throw refuse.conflict('nothingToMark')
    if (!(await settle(tx, found, anotherWay ? { anotherWay, html: renderMarkdown(anotherWay) } : {}))) {
      throw refuse.conflict('alreadyResolved')
    }
    await tellHelped(tx, found, marked)
  })

/** Marks one contribution; the first mark on an open inquiry resolves it. */
export const markHelped = (db: Database, actor: Actor, contributionId: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    const found = await contributionToChange(tx, actor, contributionId)
    mustDecide(found)
    if (!mayMarkHelped(found)) throw refuse.conflict('nothingToMark')
    const marked = await saveHelped(tx, found.inquiry.id, [contributionId], actor.id)
    if (marked.length === 0) return
    await settle(tx, found)
    await tellHelped(tx, found, marked)
  })

/** Takes a mark back; with the last one, and no other way told, the inquiry is open again. */
export const unmarkHelped = (db: Database, actor: Actor, contributionId: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    const found = await contributionToChange(tx, actor, contributionId)
    mustDecide(found)
    if (!(await dropHelped(tx, contributionId))) return
    await recordOn(tx, found, 'unmarked', { detail: { contribution: contributionId } })

    const standing = await standingResolution(tx, found.inquiry.id)
    const stillSolved = standing?.anotherWay || standing?.practiceId || (await countHelped(tx, found.inquiry.id)) > 0
    if (!stillSolved) await unsettle(tx, found)
  })

/** Opens a resolved inquiry again: what was said to help stays marked, the resolution is kept as one that did not hold. */
export const reopenInquiry = (db: Database, actor: Actor, id: string, reason: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    const found = await inquiryToChange(tx, actor, id)
    mustDecide(found)
    if (!mayReopen(found)) throw refuse.conflict('notResolved')
    await unsettle(tx, found, reason)
  })

/** A practice solved it: for the room that knows practices, inside its own transaction. */
export async function markSolvedByPractice(
  tx: Writer,
  actor: Actor,
  inquiryId: string,
  practiceId: string,
): Promise<boolean> {
  const found = await inquiryToChange(tx, actor, inquiryId)
  mustDecide(found)
  return settle(tx, found, { practiceId })
}

/** Resolves an open inquiry; tells whether it was open. */
async function settle(tx: Writer, found: InquiryFor, words: ResolutionWords = {}): Promise<boolean> {
  const { id } = found.inquiry
  if (!(await saveState(tx, id, ['open'], 'resolved'))) return false
  await saveResolution(tx, id, found.who.personId, words)
  await recordOn(tx, found, 'resolved', {
    people: [found.inquiry.askedBy],
    detail: { anotherWay: Boolean(words.anotherWay), ...(words.practiceId && { practice: words.practiceId }) },
  })
  return true
}

async function unsettle(tx: Writer, found: InquiryFor, reason = '') {
  if (!(await saveState(tx, found.inquiry.id, ['resolved'], 'open'))) return
  const { inquiry, who } = found
  const slip = reason === '' && (await forgetResolution(tx, inquiry.id, who.personId))
  if (!slip) await endResolution(tx, inquiry.id, who.personId, reason)
  await recordOn(tx, found, 'reopened', { people: [found.inquiry.askedBy] })
}

async function tellHelped(tx: Writer, found: InquiryFor, contributionIds: string[]) {
  const authors = await authorsOf(tx, contributionIds)
  await record(
    tx,
    ...authors.map(({ id, byId }) => activityOn(found, 'helped', { people: [byId], detail: { contribution: id } })),
  )
}

function mustDecide(found: InquiryFor) {
  if (!decides(found)) throw refuse.forbidden('notDeciding')
  mustStand(found)
}
