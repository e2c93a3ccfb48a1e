import { maturityOperations } from '@mortar/contract/measurement-maturity'
import { communityFor, isAlive, isFacilitator, linkTo } from '#community/index.ts'
import type { Reader } from '#platform/database.ts'
import { type Actor, endpoints } from '#platform/endpoint.ts'
import { measuredFor } from '../access.ts'
import { refuse } from '../refusals.ts'
import { answer, begin, end } from './actions.ts'
import { presentMaturity } from './present.ts'

export const maturityEndpoints = endpoints(maturityOperations, {
  async 'GET /communities/{community}/maturity'({ db, actor, params }) {
    const community = await measuredFor(db, actor, params.community)
    const { who } = await communityFor(db, actor, community.id)
    const may = { answer: isAlive(community) && isFacilitator(who) }
    return presentMaturity(db, community.id, { community: linkTo(community), may }, actor.language)
  },
  async 'POST /communities/{community}/maturity'({ db, actor, params }) {
    return begin(db, actor, await answeredFor(db, actor, params.community))
  },
  async 'PUT /communities/{community}/maturity/answers/{question}'({ db, actor, params, body }) {
    await answer(db, actor, await answeredFor(db, actor, params.community), { question: params.question, ...body })
  },
  async 'PUT /communities/{community}/maturity/end'({ db, actor, params }) {
    await end(db, actor, await answeredFor(db, actor, params.community))
  },

  'GET /maturity': ({ db, actor }) =>
    presentMaturity(db, null, { community: null, may: { answer: actor.office } }, actor.language),
  async 'POST /maturity'({ db, actor }) {
    mustBeOffice(actor)
    return begin(db, actor, null)
  },
  async 'PUT /maturity/answers/{question}'({ db, actor, params, body }) {
    mustBeOffice(actor)
    await answer(db, actor, null, { question: params.question, ...body })
  },
  async 'PUT /maturity/end'({ db, actor }) {
    mustBeOffice(actor)
    await end(db, actor, null)
  },
})

/** A living community, answered for by whoever facilitates it. */
async function answeredFor(db: Reader, actor: Actor, idOrSlug: string): Promise<string> {
  const { community, who } = await communityFor(db, actor, idOrSlug)
  if (!isFacilitator(who)) throw refuse.forbidden('facilitatorsAnswer')
  if (!isAlive(community)) throw refuse.conflict('communityClosed')
  return community.id
}

function mustBeOffice(actor: Actor): void {
  if (!actor.office) throw refuse.forbidden('officeAnswers')
}
