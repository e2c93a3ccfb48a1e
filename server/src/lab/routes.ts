import { labOperations } from '@mortar/contract/lab'
import { endpoints } from '#platform/endpoint.ts'
import { pageFrom, readCursor } from '#platform/cursor.ts'
import { experimentFor } from './access.ts'
import {
  changeExperiment,
  copyExperiment,
  keepResult,
  removeExperiment,
  restoreExperiment,
  saveExperiment,
} from './actions/experiments.ts'
import { checkPlan, modelOf } from './plan/check.ts'
import { reckon } from './plan/reckon.ts'
import { presentExperiment, presentLines } from './present.ts'
import { listExperiments } from './queries/experiments.ts'

export const labEndpoints = endpoints(labOperations, {
  async 'GET /experiments'({ db, actor, query: { whose, model, after, limit } }) {
    const rows = await listExperiments(db, { whose, model, limit, personId: actor.id, after: readCursor(after, 2) })
    const { items, next } = pageFrom(rows, limit, ({ atKey, id }) => [atKey, id])
    return { items: await presentLines(db, items), next }
  },

  'POST /experiments': ({ db, actor, body }) => saveExperiment(db, actor, body),

  'POST /experiments/estimate'({ actor, body }) {
    const model = modelOf(body.model)
    checkPlan(model, body.plan, actor.language)
    return reckon(model, body.plan, actor.language)
  },

  'GET /experiments/{experiment}': async ({ db, actor, params }) =>
    presentExperiment(db, actor, await experimentFor(db, actor, params.experiment)),

  'PATCH /experiments/{experiment}': ({ db, actor, params, body }) =>
    changeExperiment(db, actor, params.experiment, body),

  'PUT /experiments/{experiment}/result': ({ db, actor, params, body }) =>
    keepResult(db, actor, params.experiment, body),

  'POST /experiments/{experiment}/copy': ({ db, actor, params, body }) =>
    copyExperiment(db, actor, params.experiment, body.name),

  'DELETE /experiments/{experiment}': ({ db, actor, params }) => removeExperiment(db, actor, params.experiment),

  'POST /experiments/{experiment}/restore': ({ db, actor, params }) => restoreExperiment(db, actor, params.experiment),
})
