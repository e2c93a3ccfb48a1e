import { searchOperations } from '@mortar/contract/search'
import { asking, endpoints } from '#platform/endpoint.ts'
import { search } from './find.ts'
import { related, similar } from './similar.ts'

export const searchEndpoints = endpoints(searchOperations, {
  'GET /search': ({ db, actor, query }) => search(db, actor, query),
  'POST /inquiries/similar': ({ db, actor, body }) => similar(db, actor, body),
  'GET /inquiries/{inquiry}/related': asking(({ db, ask, params }) => related(db, ask, params.inquiry)),
})
