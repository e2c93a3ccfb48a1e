import { z } from 'zod'
import { Created, Id, Instant, line, markdown, pageOf, PageQuery } from './common.ts'
import {
  InquiryLine,
  ContributionView,
  InquiryView,
  WordingView,
  AskInquiry,
  DraftContent,
  EditInquiry,
  Contribute,
  EditContribution,
  Resolve,
  Redact,
  ReportView,
  AskPlace,
  DraftView,
  oneToThree,
} from './inquiry.ts'
import type { Operations } from './operation.ts'

const one = z.object({ inquiry: Id })
const part = z.object({ contribution: Id })
const reason = (max: number) => z.object({ reason: markdown(max) })

export const inquiryOperations = {
  'GET /inquiries': {
    summary: 'Inquiries you may read, the latest activity first; unanswered ones by how long they wait',
    scope: 'read',
    query: PageQuery.extend({
      community: Id.optional(),
      topic: Id.optional(),
      state: z.enum(['open', 'resolved']).optional(),
      unanswered: z.stringbool().optional(),
      mine: z.stringbool().optional(),
      bookmarked: z.stringbool().optional(),
    }),
    reply: pageOf(InquiryLine),
  },
  'POST /inquiries': { summary: 'Ask', scope: 'write', body: AskInquiry, reply: Created, status: 201 },
  'GET /inquiries/places': {
    summary: 'The communities you may ask in, your own first',
    scope: 'read',
    query: z.object({ words: z.string().max(200).optional(), ids: z.string().max(200).optional() }),
    reply: z.object({ items: z.array(AskPlace) }),
  },
  'GET /inquiries/kinds': {
    summary: 'Kinds of problem that were named lately',
    scope: 'read',
    reply: z.object({ items: z.array(z.string()) }),
  },
  'GET /inquiries/{inquiry}': { summary: 'An inquiry', scope: 'read', params: one, reply: InquiryView },
  'PUT /inquiries/{inquiry}': {
    summary: 'Edit your inquiry; earlier wordings stay',
    scope: 'write',
    params: one,
    body: EditInquiry,
    reply: z.object({ version: z.int() }),
  },
  'GET /inquiries/{inquiry}/contributions': {
    summary: 'Further contributions, in time order',
    scope: 'read',
    params: one,
    query: PageQuery,
    reply: pageOf(ContributionView),
  },
  'POST /inquiries/{inquiry}/contributions': {
    summary: 'Answer, tell an experience, ask back, challenge, or reply',
    scope: 'write',
    params: one,
    body: Contribute,
    reply: Created,
    status: 201,
  },
  'GET /inquiries/{inquiry}/wordings': {
    summary: 'Every version of an inquiry, in Markdown',
    scope: 'read',
    params: one,
    reply: z.object({ items: z.array(WordingView) }),
  },
  'PUT /inquiries/{inquiry}/resolution': {
    summary: 'Mark what helped, one or several, or say how it was solved another way',
    scope: 'write',
    params: one,
    body: Resolve,
  },
  'DELETE /inquiries/{inquiry}/resolution': {
    summary: 'Open it again',
    scope: 'write',
    params: one,
    body: z.object({ reason: z.string().trim().max(1000).default('') }).optional(),
  },
  'PUT /inquiries/{inquiry}/me-too': { summary: 'Say that you have this problem too', scope: 'write', params: one },
  'DELETE /inquiries/{inquiry}/me-too': { summary: 'Take that back', scope: 'write', params: one },
  'PUT /inquiries/{inquiry}/bookmark': { summary: 'Keep it for yourself', scope: 'write', params: one },
  'DELETE /inquiries/{inquiry}/bookmark': { summary: 'Keep it no longer', scope: 'write', params: one },
  'PUT /inquiries/{inquiry}/communities': {
    summary: 'Move it, with the reason',
    scope: 'write',
    params: one,
    body: z.object({ communities: oneToThree, reason: markdown(500) }),
  },
  'PUT /inquiries/{inquiry}/merge': {
    summary: 'Point on to the inquiry that this one repeats',
    scope: 'write',
    params: one,
    body: z.object({ into: Id }),
  },
  'DELETE /inquiries/{inquiry}/merge': { summary: 'It repeats none after all', scope: 'write', params: one },
  'PUT /inquiries/{inquiry}/withdrawal': { summary: 'Withdraw your inquiry', scope: 'write', params: one },
  'DELETE /inquiries/{inquiry}/withdrawal': { summary: 'Ask it again after all', scope: 'write', params: one },
  'POST /inquiries/{inquiry}/asked': {
    summary: 'Ask up to three people by name',
    scope: 'write',
    params: one,
    body: z.object({ people: z.array(Id).min(1).max(3) }),
  },
  'DELETE /inquiries/{inquiry}/asked': {
    summary: 'Not me, not now: give the seat to somebody else',
    scope: 'write',
    params: one,
  },
  'POST /inquiries/{inquiry}/reports': {
    summary: 'Tell the facilitators that something is wrong here',
    scope: 'write',
    params: one,
    body: reason(2000),
  },
  'PUT /inquiries/{inquiry}/hiding': { summary: 'Hide it, as a facilitator', scope: 'write', params: one },
  'DELETE /inquiries/{inquiry}/hiding': { summary: 'Show it again', scope: 'write', params: one },
  'POST /inquiries/{inquiry}/redactions': {
    summary:
      'Take words or files away for good, from every version and from practices distilled from it; that it happened stays',
    scope: 'write',
    params: one,
    body: Redact,
    reply: z.object({ places: z.int(), files: z.int(), practices: z.int() }),
  },
  'PUT /contributions/{contribution}': {
    summary: 'Edit what you added; earlier wordings stay',
    scope: 'write',
    params: part,
    body: EditContribution,
    reply: z.object({ version: z.int() }),
  },
  'GET /contributions/{contribution}/wordings': {
    summary: 'Every version of a contribution, in Markdown',
    scope: 'read',
    params: part,
    reply: z.object({ items: z.array(WordingView) }),
  },
  'PUT /contributions/{contribution}/helped': { summary: 'Mark that this helped', scope: 'write', params: part },
  'DELETE /contributions/{contribution}/helped': {
    summary: 'It did not help after all',
    scope: 'write',
    params: part,
  },
  'PUT /contributions/{contribution}/thanks': {
    summary: 'Thank, and say for what',
    scope: 'write',
    params: part,
    body: z.object({ reason: line(500) }),
  },
  'DELETE /contributions/{contribution}/thanks': { summary: 'Take thanks back', scope: 'write', params: part },
  'PUT /contributions/{contribution}/withdrawal': { summary: 'Withdraw what you added', scope: 'write', params: part },
  'DELETE /contributions/{contribution}/withdrawal': { summary: 'Let it stand again', scope: 'write', params: part },
  'POST /contributions/{contribution}/reports': {
    summary: 'Tell the facilitators that something is wrong here',
    scope: 'write',
    params: part,
    body: reason(2000),
  },
  'PUT /contributions/{contribution}/hiding': { summary: 'Hide it, as a facilitator', scope: 'write', params: part },
  'DELETE /contributions/{contribution}/hiding': { summary: 'Show it again', scope: 'write', params: part },
  'GET /communities/{community}/reports': {
    summary: 'Reports that wait for a facilitator',
    scope: 'read',
    params: z.object({ community: Id }),
    reply: z.object({ items: z.array(ReportView) }),
  },
  'PUT /reports/{report}/decision': {
    summary: 'Leave it as it is, or hide it',
    scope: 'write',
    params: z.object({ report: Id }),
    body: z.object({ decision: z.enum(['kept', 'hidden']) }),
  },
  'GET /drafts/{key}': {
    summary: 'What you were still writing',
    scope: 'read',
    params: z.object({ key: line(200) }),
    reply: DraftView.nullable(),
  },
  'PUT /drafts/{key}': {
    summary: 'Keep what you are writing; nobody else sees it',
    scope: 'write',
    params: z.object({ key: line(200) }),
    body: z.object({
      content: DraftContent,
      /** When the text this goes on from was kept, null for none. What was kept since is not written over. */
      base: Instant.nullable().optional(),
    }),
    reply: z.object({ at: Instant }),
  },
  'DELETE /drafts/{key}': {
    summary: 'Forget what you were writing',
    scope: 'write',
    params: z.object({ key: line(200) }),
  },
} as const satisfies Operations
