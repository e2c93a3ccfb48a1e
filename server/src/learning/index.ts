import type { Endpoint } from '#platform/endpoint.ts'
import { assessmentEndpoints } from './assessment/routes.ts'
import { bringEndpoints } from './bring/routes.ts'
import { itemEndpoints } from './item/routes.ts'
import { leadEndpoints } from './lead/routes.ts'
import { needEndpoints } from './need/routes.ts'
import { overlapEndpoints } from './overlap/routes.ts'
import { pairingEndpoints } from './round/routes.ts'
import { planEndpoints } from './plan/routes.ts'

export { importLearningRows, importPairingRows, type LearningRows, type PairingRows } from './archive.ts'
export { importCatalogue } from './bring/catalogue.ts'
export { assessmentsAskedOf } from './assessment/access.ts'
export { lookForAssessments, publishTold } from './assessment/asking.ts'
export { pairsAskedOf } from './round/access.ts'
export { lookForPairs, resultOf as roundResult } from './round/rounds.ts'
export { planNow } from './plan/now.ts'
export { lookForPlans } from './plan/work.ts'
export { eraseFromLearning } from './erasure/erase.ts'

export const learningEndpoints: Endpoint[] = [
  ...needEndpoints,
  ...itemEndpoints,
  ...assessmentEndpoints,
  ...bringEndpoints,
  ...leadEndpoints,
  ...planEndpoints,
  ...overlapEndpoints,
  ...pairingEndpoints,
]
