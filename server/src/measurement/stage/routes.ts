import { stageOperations } from '@mortar/contract/measurement-stage'
import {
  changeForm,
  communityFor,
  decideStage,
  formChangesOf,
  isAlive,
  isFacilitator,
  linkTo,
  stageMovesOf,
} from '#community/index.ts'
import { peopleFor } from '#organization/index.ts'
import { endpoints } from '#platform/endpoint.ts'
import { measuredFor } from '../access.ts'
import { evidenceOf } from './evidence.ts'
import { presentStages } from './present.ts'
import { restsOn } from './proposal.ts'

export const stageEndpoints = endpoints(stageOperations, {
  async 'GET /communities/{community}/stage'({ db, actor, params }) {
    const community = await measuredFor(db, actor, params.community)
    const [{ who }, { facts, looks, proposal }, moves, forms] = await Promise.all([
      communityFor(db, actor, community.id),
      evidenceOf(db, community),
      stageMovesOf(db, community.id),
      formChangesOf(db, community.id),
    ])
    const person = await peopleFor(
      db,
      [...moves, ...forms].map(({ byId }) => byId),
    )
    const rests = proposal && restsOn(proposal, moves[0], new Date())
    const may = isAlive(community) && isFacilitator(who)
    return {
      community: linkTo(community),
      stage: community.stage,
      since: (moves.find(({ fromStage, toStage }) => fromStage !== toStage)?.at ?? community.createdAt).toISOString(),
      stages: presentStages(facts, looks, actor.language),
      proposal: rests || !isAlive(community) ? null : proposal,
      moves: moves.map(({ id, fromStage, toStage, proposed, signs, reason, byId, at }) => ({
        id,
        from: fromStage,
        to: toStage,
        proposed,
        signs,
        reason,
        by: person(byId),
        at: at.toISOString(),
      })),
      form: community.form,
      forms: forms.map(({ id, fromForm, toForm, reason, byId, at }) => ({
        id,
        from: fromForm,
        to: toForm,
        reason,
        by: person(byId),
        at: at.toISOString(),
      })),
      may: { decide: may, close: may },
    }
  },

  async 'PUT /communities/{community}/stage'({ db, actor, params, body }) {
    const { community } = await communityFor(db, actor, params.community)
    const { proposal } = await evidenceOf(db, community)
    await decideStage(db, actor, community.id, { ...body, proposal })
  },

  'PUT /communities/{community}/form': ({ db, actor, params, body }) =>
    changeForm(db, actor, params.community, body.form, body.reason),
})
