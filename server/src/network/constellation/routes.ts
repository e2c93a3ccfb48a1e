import { constellationOperations } from '@mortar/contract/network-constellation'
import { endpoints } from '#platform/endpoint.ts'
import { ofTheOrganization } from './access.ts'
import { constellationFor } from './constellation.ts'
import { overlapFor } from './overlap.ts'
import { peopleOf } from './people/people.ts'
import { unitTies } from './ties.ts'

export const constellationEndpoints = endpoints(constellationOperations, {
  async 'GET /constellation'({ db, actor, query }) {
    await ofTheOrganization(db, actor)
    return constellationFor(db, actor, query)
  },
  async 'GET /constellation/overlap'({ db, actor, query }) {
    await ofTheOrganization(db, actor)
    return overlapFor(db, actor, query)
  },
  async 'GET /constellation/communities/{community}'({ db, actor, params, query }) {
    await ofTheOrganization(db, actor)
    return peopleOf(db, actor, params.community, query)
  },
  async 'GET /constellation/ties'({ db, actor }) {
    await ofTheOrganization(db, actor)
    return unitTies(db)
  },
})
