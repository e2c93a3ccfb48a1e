import { practiceOrderOperations } from '@mortar/contract/practice-order-operations'
import { waitingReportsOn } from '#inquiry/index.ts'
import { peopleFor } from '#organization/index.ts'
import { endpoints } from '#platform/endpoint.ts'
import { practiceFor } from '../access.ts'
import { keepReported, reportPractice, setHidden } from '../actions/order.ts'
import { type CoverElsewhere, redactPractice } from '../actions/redact.ts'
import { keepsOrder } from '../practice.ts'
import { acted } from '../present/practice.ts'
import { refuse } from '../refusals.ts'

/** Order in the repertoire: what people report, what is hidden, what is taken away for good. */
export const orderEndpoints = (elsewhere: CoverElsewhere) =>
  endpoints(practiceOrderOperations, {
    async 'GET /practices/{practice}/reports'({ db, actor, params }) {
      const { who } = await practiceFor(db, actor, params.practice)
      if (!keepsOrder(who)) throw refuse.forbidden('notKeepingOrder')
      const rows = await waitingReportsOn(db, params.practice)
      const person = await peopleFor(
        db,
        rows.map(({ byId }) => byId),
      )
      return { items: rows.map((row) => acted(row, person)) }
    },

    'POST /practices/{practice}/reports': ({ db, actor, params, body }) =>
      reportPractice(db, actor, params.practice, body.reason),

    'DELETE /practices/{practice}/reports': ({ db, actor, params }) => keepReported(db, actor, params.practice),

    'PUT /practices/{practice}/hiding': ({ db, actor, params }) => setHidden(db, actor, params.practice, true),

    'DELETE /practices/{practice}/hiding': ({ db, actor, params }) => setHidden(db, actor, params.practice, false),

    'POST /practices/{practice}/redactions': ({ db, actor, params, body }) =>
      redactPractice(db, actor, params.practice, body, elsewhere),
  })
