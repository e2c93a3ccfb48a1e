import { constellationOperations } from '@mortar/contract/network-constellation'
import { endpoints } from '#platform/endpoint.ts'
import { constellationFor } from './constellation.ts'
import { overlapFor } from './overlap.ts'
import { unitTies } from './ties.ts'

export const constellationEndpoints = endpoints(constellationOperations, {
  'GET /constellation': ({ db, actor, query }) => constellationFor(db, actor, query),
  'GET /constellation/overlap': ({ db, actor, query }) => overlapFor(db, actor, query),
  'GET /constellation/ties': ({ db }) => unitTies(db),
})
