import { measurementOperations } from '@mortar/contract/measurement'
import { linkTo } from '#community/index.ts'
import { endpoints } from '#platform/endpoint.ts'
import { practicesFor } from '#practice/index.ts'
import { measuredFor } from './access.ts'
import { flaggedNow } from './editions/flagged.ts'
import { quartersKept } from './editions/reckon.ts'
import { presentIndicators } from './present.ts'
import { mineIn } from './queries/people.ts'
import { editionsOf } from './queries/editions.ts'
import { unitExploration } from './units/present.ts'

export const measurementEndpoints = endpoints(measurementOperations, {
  async 'GET /communities/{community}/indicators'({ db, actor, params }) {
    const community = await measuredFor(db, actor, params.community)
    const [editions, mine] = await Promise.all([
      editionsOf(db, community.id, quartersKept),
      mineIn(db, community.id, actor.id),
    ])
    return { community: linkTo(community), groups: presentIndicators(editions, actor.language), mine }
  },

  async 'GET /communities/{community}/indicators/{indicator}/practices'({ db, actor, params }) {
    const community = await measuredFor(db, actor, params.community)
    return { items: await practicesFor(db, actor, await flaggedNow(db, community.id, params.indicator)) }
  },

  async 'GET /indicators'({ db, actor }) {
    return { groups: presentIndicators(await editionsOf(db, null, quartersKept), actor.language) }
  },

  'GET /indicators/units': ({ db, actor }) => unitExploration(db, actor.language),
})
