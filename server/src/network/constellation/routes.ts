import { constellationOperations } from '@mortar/contract/network-constellation'
import { endpoints } from '#platform/endpoint.ts'
import { constellationFor } from './constellation.ts'

export const constellationEndpoints = endpoints(constellationOperations, {
  'GET /constellation': ({ db, actor, query }) => constellationFor(db, actor, query),
})
