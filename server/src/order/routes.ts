import { orderOperations } from '@mortar/contract/order'
import { type Endpoint, endpoints } from '#platform/endpoint.ts'
import { keepPage, redactPage, reportPage, setHidden } from './actions.ts'
import { presentOrder } from './present.ts'

export const orderEndpoints: Endpoint[] = endpoints(orderOperations, {
  'GET /pages/{kind}/{page}/order': ({ db, actor, params }) => presentOrder(db, actor, params),
  'POST /pages/{kind}/{page}/reports': ({ db, actor, params, body }) => reportPage(db, actor, params, body.reason),
  'DELETE /pages/{kind}/{page}/reports': ({ db, actor, params }) => keepPage(db, actor, params),
  'PUT /pages/{kind}/{page}/hiding': ({ db, actor, params }) => setHidden(db, actor, params, true),
  'DELETE /pages/{kind}/{page}/hiding': ({ db, actor, params }) => setHidden(db, actor, params, false),
  'POST /pages/{kind}/{page}/redactions': ({ db, actor, params, body }) => redactPage(db, actor, params, body),
})
