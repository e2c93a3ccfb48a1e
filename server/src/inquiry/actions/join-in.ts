import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { contributionToChange, inquiryFor, inquiryToChange } from '../access.ts'
import { isOwn, mayThank } from '../contribution.ts'
import { isAsker } from '../inquiry.ts'
import { dropMeToo, dropThanks, saveMeToo, saveThanks } from '../queries/join-in.ts'
import { setBookmark } from '../queries/bookmarks.ts'
import { refuse } from '../refusals.ts'
import { mustStand, recordOn } from './said.ts'

/** Somebody has this problem too, or not after all. */
export const setMeToo = (db: Database, actor: Actor, id: string, too: boolean): Promise<void> =>
  inTransaction(db, async (tx) => {
    const found = await inquiryToChange(tx, actor, id)
    if (isAsker(found)) throw refuse.conflict('ownInquiry')
    if (too) mustStand(found)
    if (!(await (too ? saveMeToo : dropMeToo)(tx, id, actor.id))) return
    await recordOn(tx, found, too ? 'met_too' : 'met_too_taken_back', { people: too ? [found.inquiry.askedBy] : [] })
  })

/** Kept for oneself: nobody is told. */
export const setInquiryBookmark = (db: Database, actor: Actor, id: string, kept: boolean): Promise<void> =>
  inTransaction(db, async (tx) => {
    await inquiryFor(tx, actor, id)
    await setBookmark(tx, actor.id, { kind: 'inquiry', id }, kept)
  })

/** Thanks somebody, and says for what. */
export const thank = (db: Database, actor: Actor, contributionId: string, reason: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    const found = await contributionToChange(tx, actor, contributionId)
    if (isOwn(found)) throw refuse.conflict('ownThanks')
    mustStand(found)
    if (!mayThank(found)) throw refuse.conflict('withdrawn')
    await saveThanks(tx, contributionId, actor.id, reason)
    await recordOn(tx, found, 'thanked', {
      people: [found.contribution.byId],
      detail: { contribution: contributionId },
    })
  })

export const takeThanksBack = (db: Database, actor: Actor, contributionId: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    const found = await contributionToChange(tx, actor, contributionId)
    if (!(await dropThanks(tx, contributionId, actor.id))) return
    await recordOn(tx, found, 'thanks_taken_back', { detail: { contribution: contributionId } })
  })
