import { constellationOperations } from '@mortar/contract/network-constellation'
import { endpoints } from '#platform/endpoint.ts'
import { constellationFor } from './constellation.ts'
import { overlapFor } from './overlap.ts'
import { peopleOf } from './people/people.ts'
import { unitTies } from './ties.ts'

export const constellationEndpoints = endpoints(constellationOperations, {
  'GET /constellation': ({ db, actor, query }) => constellationFor(db, actor, query),
  'GET /constellation/overlap': ({ db, actor, query }) => overlapFor(db, actor, query),
  'GET /constellation/communities/{community}': ({ db, actor, params, query }) =>
    peopleOf(db, actor, params.community, query),
  'GET /constellation/ties': ({ db }) => unitTies(db),
})
