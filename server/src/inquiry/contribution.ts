import type { ContributionKind, Outcome } from '@mortar/contract/inquiry'
import { type InquiryFor, keepsOrder, mayContribute, mayMark, setApart, stands } from './inquiry.ts'

/** What somebody adds to an inquiry: an answer, an experience, a question back, a challenge, or a reply to one of these. */
export interface Contribution {
  id: string
  inquiryId: string
  parentId: string | null
  kind: ContributionKind
  outcome: Outcome | null
  byId: string | null
  at: Date
  editedAt: Date | null
  version: number
  helpedBy: string | null
  helpedAt: Date | null
  withdrawnAt: Date | null
  hiddenAt: Date | null
}

export interface ContributionFor extends InquiryFor {
  contribution: Contribution
}

export const isOwn = ({ contribution, who }: ContributionFor) => contribution.byId === who.personId

/** Whether somebody reads the words: set apart, they stay with their author and who keeps order. */
export const readsContribution = (found: ContributionFor) =>
  (setApart(found.inquiry) !== 'hidden' || isOwn(found) || keepsOrder(found)) &&
  (setApart(found.contribution) === null || isOwn(found) || keepsOrder(found))

const shown = (found: ContributionFor) => setApart(found.contribution) === null

export const mayEditContribution = (found: ContributionFor) => isOwn(found) && shown(found) && stands(found)
export const mayWithdrawContribution = (found: ContributionFor) =>
  isOwn(found) && found.contribution.withdrawnAt === null
export const mayRestoreContribution = (found: ContributionFor) =>
  isOwn(found) && found.contribution.withdrawnAt !== null

/** Replies go one level deep. */
export const mayReplyTo = (found: ContributionFor) =>
  shown(found) && found.contribution.kind !== 'reply' && mayContribute(found)
export const mayThank = (found: ContributionFor) => shown(found) && !isOwn(found) && stands(found)
export const mayMarkHelped = (found: ContributionFor) => shown(found) && mayMark(found)
export const mayHideContribution = (found: ContributionFor) => keepsOrder(found) && found.contribution.hiddenAt === null
export const mayShowContribution = (found: ContributionFor) => keepsOrder(found) && found.contribution.hiddenAt !== null
export const mayReportContribution = (found: ContributionFor) => shown(found) && !isOwn(found)

/** An inquiry counts as answered once somebody told what to do or how it went. */
export const answering: readonly ContributionKind[] = ['answer', 'experience']
