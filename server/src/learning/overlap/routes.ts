import { learningOverlapOperations } from '@mortar/contract/learning-overlap'
import { endpoints } from '#platform/endpoint.ts'
import { mustPlan } from '../plan/access.ts'
import { overlapOf } from './overlap.ts'

export const overlapEndpoints = endpoints(learningOverlapOperations, {
  async 'GET /learning/overlap'({ db, actor, query: { sets, cut } }) {
    await mustPlan(db, actor)
    return overlapOf(db, sets ? sets.split(',') : [], cut)
  },
})
