import type { OrderView } from '@mortar/contract/order'
import { waitingReportsOn } from '#inquiry/index.ts'
import { peopleFor } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { mayHide, mayReport, mayShow, pageFor, type PageName } from './pages.ts'
import { redactionsOf } from './queries.ts'

/** What was done on a page to keep order; what was reported is for whoever keeps it. */
export async function presentOrder(db: Reader, actor: Actor, name: PageName): Promise<OrderView> {
  const found = await pageFor(db, actor, name)
  const [redactions, reports] = await Promise.all([
    redactionsOf(db, name.page),
    found.keepsOrder ? waitingReportsOn(db, name.page) : [],
  ])
  const person = await peopleFor(
    db,
    [...redactions, ...reports].map(({ byId }) => byId),
  )
  return {
    hidden: found.hidden,
    reports: reports.map(({ reason, byId, at }) => ({ reason, by: person(byId), at: at.toISOString() })),
    redactions: redactions.map(({ ground, byId, at }) => ({ ground, by: person(byId), at: at.toISOString() })),
    may: { report: mayReport(found), hide: mayHide(found), show: mayShow(found), redact: found.keepsOrder },
  }
}
