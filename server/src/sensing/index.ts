import type { Endpoint } from '#platform/endpoint.ts'
import { escalationEndpoints } from './escalation/routes.ts'
import { imperativeEndpoints } from './imperative/routes.ts'
import { signalEndpoints } from './signal/routes.ts'

export { eraseFromSensing } from './erasure/erase.ts'
export { importSensingRows, type SensingRows } from './archive.ts'
export { escalationFor, escalationsFor } from './escalation/access.ts'
export { lookForAstray } from './escalation/follow.ts'
export { presentLines as presentEscalations } from './escalation/present.ts'
export { openIn as escalationsOpenIn, putTo as escalationsPutTo } from './escalation/queries.ts'
export { feedsByIds } from './feed/access.ts'
export { lookForFeeds } from './feed/poll.ts'
export { imperativesFor } from './imperative/access.ts'
export { imperativesCarriedBy } from './imperative/present.ts'
export { escalationOrder, imperativeOrder, signalOrder } from './order/ordering.ts'
export { signalsFor } from './signal/access.ts'

export const sensingEndpoints: Endpoint[] = [...imperativeEndpoints, ...escalationEndpoints, ...signalEndpoints]
