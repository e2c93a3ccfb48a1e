import { searchOperations } from '@mortar/contract/search'
import { asking, endpoints } from '#platform/endpoint.ts'
import { search } from './find.ts'
import { likeTitle, related, similar } from './similar.ts'
import { proposals } from '#inquiry/index.ts'

export const searchEndpoints = endpoints(searchOperations, {
  'GET /search': ({ db, actor, query }) => search(db, actor, query),
  'POST /inquiries/similar': ({ db, actor, body }) => similar(db, actor, body),
  'GET /inquiries/{inquiry}/related': asking(({ ask, params }) => related(ask, params.inquiry)),
  'GET /inquiries/{inquiry}/proposals': ({ db, actor, params }) =>
    proposals(db, actor, params.inquiry, (title) => likeTitle(db, actor, title)),
})
