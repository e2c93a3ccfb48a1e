import { type Database, inTransaction, violated, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { contributionFor, contributionToChange, inquiryFor, inquiryToChange } from '../access.ts'
import { mayHideContribution, mayReportContribution, mayShowContribution } from '../contribution.ts'
import { type InquiryFor, keepsOrder, mayHide, mayReport, mayShow } from '../inquiry.ts'
import { setContributionApart } from '../queries/contributions.ts'
import { recount } from '../queries/inquiries.ts'
import {
  closeReport,
  closeReportsOn,
  facilitatorsOf,
  findReport,
  saveReport,
  setInquiryHidden,
} from '../queries/order.ts'
import { refuse } from '../refusals.ts'
import { recordOn } from './said.ts'

/** Tells the facilitators that something is wrong with an inquiry. */
export const reportInquiry = (db: Database, actor: Actor, id: string, reason: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    const found = await inquiryFor(tx, actor, id)
    if (!mayReport(found)) throw refuse.conflict('nothingToReport')
    await report(tx, found, { kind: 'inquiry', id }, reason)
  })

export const reportContribution = (db: Database, actor: Actor, id: string, reason: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    const found = await contributionFor(tx, actor, id)
    if (!mayReportContribution(found)) throw refuse.conflict('nothingToReport')
    await report(tx, found, { kind: 'contribution', id }, reason)
  })

async function report(
  tx: Writer,
  found: InquiryFor,
  subject: { kind: 'inquiry' | 'contribution'; id: string },
  reason: string,
) {
  await saveReport(tx, subject, found.who.personId, reason).catch((error: unknown) => {
    throw violated(error) === 'report_waiting' ? refuse.conflict('alreadyReported') : error
  })
  const facilitators = await facilitatorsOf(
    tx,
    found.places.map(({ id }) => id),
  )
  await recordOn(tx, found, 'reported', {
    people: facilitators,
    detail: subject.kind === 'contribution' ? { contribution: subject.id } : {},
  })
}

/** Hides an inquiry from all but its asker and who keeps order, or shows it again. Nothing is deleted. */
export const setHidden = (db: Database, actor: Actor, id: string, hidden: boolean): Promise<void> =>
  inTransaction(db, async (tx) => {
    const found = await inquiryToChange(tx, actor, id)
    if (!keepsOrder(found)) throw refuse.forbidden('notKeepingOrder')
    if (!(hidden ? mayHide : mayShow)(found)) return
    await setInquiryHidden(tx, id, hidden ? actor.id : null)
    if (hidden) await closeReportsOn(tx, [id], actor.id, 'hidden')
    await recordOn(tx, found, hidden ? 'hidden' : 'shown', { people: [found.inquiry.askedBy] })
  })

export const setContributionHidden = (db: Database, actor: Actor, id: string, hidden: boolean): Promise<void> =>
  inTransaction(db, async (tx) => {
    const found = await contributionToChange(tx, actor, id)
    if (!keepsOrder(found)) throw refuse.forbidden('notKeepingOrder')
    if (!(hidden ? mayHideContribution : mayShowContribution)(found)) return
    await setContributionApart(tx, id, { hiddenBy: hidden ? actor.id : null })
    await recount(tx, found.inquiry.id)
    if (hidden) await closeReportsOn(tx, [id], actor.id, 'hidden')
    await recordOn(tx, found, hidden ? 'contribution_hidden' : 'contribution_shown', {
      people: [found.contribution.byId],
      detail: { contribution: id },
    })
  })

/** Answers a report: it stays as it is, or it is hidden. */
export async function decideReport(db: Database, actor: Actor, id: string, decision: 'kept' | 'hidden'): Promise<void> {
  const report = await findReport(db, id)
  if (!report || report.subjectKind === 'practice') throw refuse.notFound('reportNotFound')
  const found =
    report.subjectKind === 'inquiry'
      ? await inquiryFor(db, actor, report.subjectId)
      : await contributionFor(db, actor, report.subjectId)
  if (!keepsOrder(found)) throw refuse.notFound('reportNotFound')
  if (decision === 'hidden') {
    const hide = report.subjectKind === 'inquiry' ? setHidden : setContributionHidden
    return hide(db, actor, report.subjectId, true)
  }
  await inTransaction(db, async (tx) => {
    if (!(await closeReport(tx, id, actor.id, 'kept'))) throw refuse.conflict('alreadyDecided')
    await recordOn(tx, found, 'report_kept', { people: [report.byId] })
  })
}
