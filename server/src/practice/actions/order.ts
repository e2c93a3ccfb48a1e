import { record } from '#activity/index.ts'
import { closeReportsOn, facilitatorsOf, saveReport } from '#inquiry/index.ts'
import { type Database, inTransaction, violated, type Writer } from '#platform/database.ts'
import { hideIn } from '#platform/hide.ts'
import type { Actor } from '#platform/endpoint.ts'
import { type PracticeFor, practiceFor } from '../access.ts'
import { keepsOrder, mayReport } from '../practice.ts'
import { refuse } from '../refusals.ts'

/** Tells the facilitators that something is wrong with a practice. */
export const reportPractice = (db: Database, actor: Actor, id: string, reason: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    const found = await practiceFor(tx, actor, id)
    if (!mayReport(found.practice, found.who)) throw refuse.conflict('nothingToReport')
    await saveReport(tx, { kind: 'practice', id }, actor.id, reason).catch((error: unknown) => {
      throw violated(error) === 'report_waiting' ? refuse.conflict('alreadyReported') : error
    })
    await tell(tx, actor, found, 'practice.reported', await facilitatorsOf(tx, [found.practice.community.id]))
  })

/** Hides a practice from all but its author, its steward and who keeps order, or shows it again. Nothing is deleted. */
export const setHidden = (db: Database, actor: Actor, id: string, hidden: boolean): Promise<void> =>
  inTransaction(db, async (tx) => {
    const found = await toKeepOrder(tx, actor, id)
    if (!(await hideIn('practice')(tx, id, hidden ? actor.id : null))) return
    if (hidden) await closeReportsOn(tx, [id], actor.id, 'hidden')
    const { stewardId, madeBy } = found.practice
    await tell(tx, actor, found, hidden ? 'practice.hidden' : 'practice.shown', [stewardId, madeBy])
  })

/** Answers what was reported: it stays as it is. */
export const keepReported = (db: Database, actor: Actor, id: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    const found = await toKeepOrder(tx, actor, id)
    const reporters = await closeReportsOn(tx, [id], actor.id, 'kept')
    if (reporters.length === 0) throw refuse.conflict('noReports')
    await tell(tx, actor, found, 'practice.report_kept', reporters)
  })

export async function toKeepOrder(tx: Writer, actor: Actor, id: string): Promise<PracticeFor> {
  const found = await practiceFor(tx, actor, id)
  if (!keepsOrder(found.who)) throw refuse.forbidden('notKeepingOrder')
  return found
}

const tell = (
  tx: Writer,
  actor: Actor,
  { practice }: PracticeFor,
  verb: `practice.${string}`,
  people: (string | null)[],
) =>
  record(tx, {
    actor: actor.id,
    verb,
    subject: { kind: 'practice', id: practice.id },
    communities: [practice.community.id],
    people: [...new Set(people)].filter((id) => id !== null && id !== actor.id) as string[],
  })
