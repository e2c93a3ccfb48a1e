import { learningLeadOperations } from '@mortar/contract/learning-lead'
import { communityFor, isAlive, isSteward } from '#community/index.ts'
import { peopleFor } from '#organization/index.ts'
import { endpoints } from '#platform/endpoint.ts'
import { mustLead } from '../access.ts'
import { mergeTopics, undoMerge } from '../topic/merging.ts'
import { mergesIn } from '../topic/queries/merges.ts'
import { presentLead } from './present.ts'

export const leadEndpoints = endpoints(learningLeadOperations, {
  async 'GET /learning/lead'({ db, actor }) {
    mustLead(actor)
    return presentLead(db, actor)
  },

  async 'GET /communities/{community}/topic-merges'({ db, actor, params }) {
    const { community, who } = await communityFor(db, actor, params.community)
    const may = isAlive(community) && isSteward(who)
    const rows = await mergesIn(db, community.id)
    const person = await peopleFor(
      db,
      rows.map(({ byId }) => byId),
    )
    return {
      items: rows.map(({ id, topicId, name, intoId, into, byId, at }) => ({
        id,
        topic: topicId,
        name,
        into: into === null ? null : { id: intoId, name: into },
        by: person(byId),
        at: at.toISOString(),
        may: { undo: may && into !== null },
      })),
      may: { merge: may },
    }
  },
  'POST /communities/{community}/topic-merges': ({ db, actor, params, body }) =>
    mergeTopics(db, actor, params.community, body),
  'DELETE /communities/{community}/topic-merges/{merge}': ({ db, actor, params }) =>
    undoMerge(db, actor, params.community, params.merge),
})
