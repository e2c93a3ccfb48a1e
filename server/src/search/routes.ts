import { searchOperations } from '@mortar/contract/search'
import { endpoints } from '#platform/endpoint.ts'
import { search } from './find.ts'

export const searchEndpoints = endpoints(searchOperations, {
  'GET /search': ({ db, actor, query }) => search(db, actor, query),
})
