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
import { endRun, startRun } from './actions/runs.ts'
import { presentOrganization } from './organization/present.ts'
import { checkPlanFor } from './plan/check-for.ts'
import { reckonFor } from './plan/reckon.ts'
import { presentExperiment, presentLines } from './present.ts'
import { listExperiments } from './queries/experiments.ts'
import { sendManifest, sendRows } from './sending.ts'

export const labEndpoints = endpoints(labOperations, {
  'GET /lab/organization': ({ db, actor }) => presentOrganization(db, actor),

  async 'GET /experiments'({ db, actor, query: { whose, model, after, limit } }) {
    const rows = await listExperiments(db, { whose, model, limit, personId: actor.id, after: readCursor(after, 2) })
    const { items, next } = pageFrom(rows, limit, ({ atKey, id }) => [atKey, id])
    return { items: await presentLines(db, items), next }
  },

  'POST /experiments': ({ db, actor, body }) => saveExperiment(db, actor, body),

  async 'POST /experiments/estimate'({ db, actor, body }) {
    const model = await checkPlanFor(db, actor, body)
    return reckonFor(db, model, body.plan, actor.language)
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

  'POST /experiments/{experiment}/runs': ({ db, actor, params, body }) =>
    startRun(db, actor, params.experiment, body.on),

  'DELETE /experiments/{experiment}/runs/{run}': ({ db, actor, params }) =>
    endRun(db, actor, params.experiment, params.run),

  async 'GET /experiments/{experiment}/results.csv'({ db, actor, params, reply }) {
    return sendRows(db, await experimentFor(db, actor, params.experiment), reply)
  },

  async 'GET /experiments/{experiment}/manifest.json'({ db, actor, params, reply }) {
    return sendManifest(await experimentFor(db, actor, params.experiment), reply)
  },
})
