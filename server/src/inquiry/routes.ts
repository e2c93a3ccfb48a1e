import { inquiryOperations } from '@mortar/contract/inquiry-operations'
import { peopleFor } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import { type Actor, asking, endpoints } from '#platform/endpoint.ts'
import { readCursor } from '#platform/cursor.ts'
import { inquiryFor } from './access.ts'
import { askInquiry } from './actions/ask.ts'
import { contribute, editContribution, setContributionWithdrawn } from './actions/contribute.ts'
import { editInquiry, restoreInquiry, withdrawInquiry } from './actions/edit.ts'
import { setInquiryBookmark, setMeToo, takeThanksBack, thank } from './actions/join-in.ts'
import { mergeInquiry, moveInquiry, unmergeInquiry } from './actions/move.ts'
import { decideReport, reportContribution, reportInquiry, setContributionHidden, setHidden } from './actions/order.ts'
import { askPeople, declineBeingAsked } from './actions/people.ts'
import { type CarryOver, redact } from './actions/redact.ts'
import { markHelped, reopenInquiry, resolveInquiry, unmarkHelped } from './actions/resolve.ts'
import { presentInquiry } from './present.ts'
import { contributionPage, peopleIn, presentContributions } from './present-contribution.ts'
import { dropDraft, findDraft, saveDraft } from './queries/drafts.ts'
import { kinds, list, places, reportsFor, wordings } from './reads.ts'
import { refuse } from './refusals.ts'

export const inquiryEndpoints = (carryOver: CarryOver) =>
  endpoints(inquiryOperations, {
    'GET /inquiries': ({ db, actor, query }) => list(db, actor, query),
    'POST /inquiries': ({ db, actor, body }) => askInquiry(db, actor, body),
    'GET /inquiries/places': ({ db, actor, query }) => places(db, actor, query),
    'GET /inquiries/kinds': ({ db, actor }) => kinds(db, actor),
    'GET /inquiries/{inquiry}': asking(({ db, ask, params }) => presentInquiry(db, ask, params.inquiry)),
    'PUT /inquiries/{inquiry}': ({ db, actor, params, body }) => editInquiry(db, actor, params.inquiry, body),

    async 'GET /inquiries/{inquiry}/contributions'({ db, actor, params, query }) {
      const found = await inquiryFor(db, actor, params.inquiry)
      const page = await contributionPage(db, params.inquiry, readCursor(query.after, 3), query.limit)
      const person = await peopleFor(db, peopleIn(page.items))
      return { items: presentContributions(found, page.items, person), next: page.next }
    },
    'POST /inquiries/{inquiry}/contributions': ({ db, actor, params, body }) =>
      contribute(db, actor, params.inquiry, body),
    'GET /inquiries/{inquiry}/wordings': ({ db, actor, params }) => wordings(db, actor, { inquiry: params.inquiry }),
    'PUT /inquiries/{inquiry}/resolution': ({ db, actor, params, body }) =>
      resolveInquiry(db, actor, params.inquiry, body),
    'DELETE /inquiries/{inquiry}/resolution': ({ db, actor, params, body }) =>
      reopenInquiry(db, actor, params.inquiry, body?.reason ?? ''),
    'PUT /inquiries/{inquiry}/me-too': ({ db, actor, params }) => setMeToo(db, actor, params.inquiry, true),
    'DELETE /inquiries/{inquiry}/me-too': ({ db, actor, params }) => setMeToo(db, actor, params.inquiry, false),
    'PUT /inquiries/{inquiry}/bookmark': ({ db, actor, params }) => setInquiryBookmark(db, actor, params.inquiry, true),
    'DELETE /inquiries/{inquiry}/bookmark': ({ db, actor, params }) =>
      setInquiryBookmark(db, actor, params.inquiry, false),
    'PUT /inquiries/{inquiry}/communities': ({ db, actor, params, body }) =>
      moveInquiry(db, actor, params.inquiry, body),
    'PUT /inquiries/{inquiry}/merge': ({ db, actor, params, body }) =>
      mergeInquiry(db, actor, params.inquiry, body.into),
    'DELETE /inquiries/{inquiry}/merge': ({ db, actor, params }) => unmergeInquiry(db, actor, params.inquiry),
    'PUT /inquiries/{inquiry}/withdrawal': ({ db, actor, params }) => withdrawInquiry(db, actor, params.inquiry),
    'DELETE /inquiries/{inquiry}/withdrawal': ({ db, actor, params }) => restoreInquiry(db, actor, params.inquiry),
    'POST /inquiries/{inquiry}/asked': ({ db, actor, params, body }) =>
      askPeople(db, actor, params.inquiry, body.people),
    'DELETE /inquiries/{inquiry}/asked': ({ db, actor, params }) => declineBeingAsked(db, actor, params.inquiry),
    'POST /inquiries/{inquiry}/reports': ({ db, actor, params, body }) =>
      reportInquiry(db, actor, params.inquiry, body.reason),
    'PUT /inquiries/{inquiry}/hiding': ({ db, actor, params }) => setHidden(db, actor, params.inquiry, true),
    'DELETE /inquiries/{inquiry}/hiding': ({ db, actor, params }) => setHidden(db, actor, params.inquiry, false),
    'POST /inquiries/{inquiry}/redactions': ({ db, actor, params, body }) =>
      redact(db, actor, params.inquiry, body, carryOver),

    'PUT /contributions/{contribution}': ({ db, actor, params, body }) =>
      editContribution(db, actor, params.contribution, body),
    'GET /contributions/{contribution}/wordings': ({ db, actor, params }) => wordings(db, actor, params),
    'PUT /contributions/{contribution}/helped': ({ db, actor, params }) => markHelped(db, actor, params.contribution),
    'DELETE /contributions/{contribution}/helped': ({ db, actor, params }) =>
      unmarkHelped(db, actor, params.contribution),
    'PUT /contributions/{contribution}/thanks': ({ db, actor, params, body }) =>
      thank(db, actor, params.contribution, body.reason),
    'DELETE /contributions/{contribution}/thanks': ({ db, actor, params }) =>
      takeThanksBack(db, actor, params.contribution),
    'PUT /contributions/{contribution}/withdrawal': ({ db, actor, params }) =>
      setContributionWithdrawn(db, actor, params.contribution, true),
    'DELETE /contributions/{contribution}/withdrawal': ({ db, actor, params }) =>
      setContributionWithdrawn(db, actor, params.contribution, false),
    'POST /contributions/{contribution}/reports': ({ db, actor, params, body }) =>
      reportContribution(db, actor, params.contribution, body.reason),
    'PUT /contributions/{contribution}/hiding': ({ db, actor, params }) =>
      setContributionHidden(db, actor, params.contribution, true),
    'DELETE /contributions/{contribution}/hiding': ({ db, actor, params }) =>
      setContributionHidden(db, actor, params.contribution, false),
    'GET /communities/{community}/reports': ({ db, actor, params }) => reportsFor(db, actor, params.community),
    'PUT /reports/{report}/decision': ({ db, actor, params, body }) =>
      decideReport(db, actor, params.report, body.decision),

    async 'GET /drafts/{key}'({ db, actor, params }) {
      return draftOf(db, actor, params.key)
    },
    async 'PUT /drafts/{key}'({ db, actor, params, body }) {
      const at = await saveDraft(db, actor.id, params.key, body.content, body.base)
      if (!at) throw refuse.conflict('draftElsewhere').with(await draftOf(db, actor, params.key))
      return { at: at.toISOString() }
    },
    async 'DELETE /drafts/{key}'({ db, actor, params }) {
      await dropDraft(db, actor.id, params.key)
    },
  })

async function draftOf(db: Reader, actor: Actor, key: string) {
  const draft = await findDraft(db, actor.id, key)
  return draft ? { content: draft.content, at: draft.at.toISOString() } : null
}
