import { learningPlanOperations } from '@mortar/contract/learning-plans'
import type { FastifyReply } from 'fastify'
import { pageFrom, readCursor } from '#platform/cursor.ts'
import type { Database } from '#platform/database.ts'
import { type Actor, endpoints } from '#platform/endpoint.ts'
import { about, enough, mayDiffer } from '#platform/few.ts'
import { todayHere } from '../queries.ts'
import { effectsOf } from '../regions/cut.ts'
import { refuse } from '../refusals.ts'
import { mustPlan, planFor } from './access.ts'
import {
  changePlan,
  figuresFor,
  keepVersion,
  openPlan,
  proposeAgain,
  stopProposing,
  stopUsing,
  takeIntoUse,
} from './actions.ts'
import { csvOf, documentOf } from './document.ts'
import { nestedCommunities, toldBy } from './ground.ts'
import { placesFor } from './places.ts'
import { presentFigures, presentPlan, presentPlanLines, presentSends } from './present.ts'
import { plannedItems } from './queries/ground.ts'
import { listPlans } from './queries/plans.ts'

export const planEndpoints = endpoints(learningPlanOperations, {
  async 'GET /learning/plans'({ db, actor, query: { after, limit } }) {
    await mustPlan(db, actor)
    const { items, next } = pageFrom(await listPlans(db, readCursor(after, 2), limit), limit, ({ atKey, id }) => [
      atKey,
      id,
    ])
    return { items: await presentPlanLines(db, items), next }
  },

  async 'GET /learning/plans/ground'({ db, actor }) {
    await mustPlan(db, actor)
    const [told, { rows, nested }, items] = [
      await toldBy(db),
      await nestedCommunities(db),
      await plannedItems(db, await todayHere(db)),
    ]
    const people = new Set(told.map(({ personId }) => personId)).size
    return {
      told: enough(people) ? about(told.length) : null,
      items: items.length,
      communities: rows.length,
      cuts: effectsOf(nested).map(({ moved, ...effect }) => ({ ...effect, moved: mayDiffer(moved) ? moved : null })),
    }
  },

  'POST /learning/plans': ({ db, actor, body }) => openPlan(db, actor, body),
  'GET /learning/plans/{plan}': ({ db, actor, params, query }) => shown(db, actor, params.plan, query.version),
  'PATCH /learning/plans/{plan}': ({ db, actor, params, body }) => changePlan(db, actor, params.plan, body),
  'POST /learning/plans/{plan}/proposals': ({ db, actor, params, body }) =>
    proposeAgain(db, actor, params.plan, body.rules),
  'DELETE /learning/plans/{plan}/proposals/{version}': ({ db, actor, params }) =>
    stopProposing(db, actor, params.plan, params.version),
  'POST /learning/plans/{plan}/figures': async ({ db, actor, params, body }) =>
    presentFigures(db, await figuresFor(db, actor, params.plan, body)),
  'POST /learning/plans/{plan}/versions': ({ db, actor, params, body }) => keepVersion(db, actor, params.plan, body),
  'GET /learning/plans/{plan}/places': async ({ db, actor, params, query }) => ({
    items: await presentSends(db, await placesFor(db, actor, params.plan, query.item)),
  }),
  'PUT /learning/plans/{plan}/use': ({ db, actor, params, body }) => takeIntoUse(db, actor, params.plan, body.version),
  'DELETE /learning/plans/{plan}/use': ({ db, actor, params }) => stopUsing(db, actor, params.plan),

  async 'GET /learning/plans/{plan}/versions/{version}/plan.md'({ db, actor, params, reply }) {
    const plan = await shown(db, actor, params.plan, params.version)
    return sendFile(reply, 'text/markdown', 'plan.md', documentOf(plan, actor))
  },
  async 'GET /learning/plans/{plan}/versions/{version}/plan.csv'({ db, actor, params, reply }) {
    return sendFile(reply, 'text/csv', 'plan.csv', csvOf(await shown(db, actor, params.plan, params.version)))
  },
})

async function shown(db: Database, actor: Actor, id: string, version?: number) {
  const plan = await presentPlan(db, actor, await planFor(db, actor, id), version)
  if (!plan) throw refuse.notFound('noVersion')
  return plan
}

const sendFile = (reply: FastifyReply, type: string, name: string, text: string) =>
  reply.type(`${type}; charset=utf-8`).header('content-disposition', `attachment; filename="${name}"`).send(text)
