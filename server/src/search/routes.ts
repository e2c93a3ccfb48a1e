import { searchOperations } from '@mortar/contract/search'
import { endpoints } from '#platform/endpoint.ts'
import { search } from './find.ts'
import { similar } from './similar.ts'

export const searchEndpoints = endpoints(searchOperations, {
  'GET /search': ({ db, actor, query }) => search(db, actor, query),
  'POST /inquiries/similar': ({ db, actor, body }) => similar(db, actor, body),
})
