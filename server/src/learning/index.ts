import type { Endpoint } from '#platform/endpoint.ts'
import { itemEndpoints } from './item/routes.ts'
import { needEndpoints } from './need/routes.ts'

export { importLearningRows, type LearningRows } from './archive.ts'
export { eraseFromLearning } from './erasure/erase.ts'

export const learningEndpoints: Endpoint[] = [...needEndpoints, ...itemEndpoints]
