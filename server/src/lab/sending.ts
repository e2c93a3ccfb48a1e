import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { type Cell, cellsOf, csvHead, csvRows, manifestOf, type Model } from '@mortar/simulation'
import type { Database } from '#platform/database.ts'
import type { Experiment } from './experiment.ts'
import { modelOf } from './plan/check.ts'
import { runsOf } from './plan/reckon.ts'
import { latestRun } from './queries/runs.ts'
import { rowsOf } from './queries/rows.ts'
import { refuse } from './refusals.ts'

const fileName = ({ name }: Experiment, ending: string) => {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/[^\w -]/g, '')
    .trim()
    .replaceAll(/\s+/g, '-')
    .toLowerCase()
  return `attachment; filename="${plain.slice(0, 60) || 'experiment'}.${ending}"`
}

/** The plan as the engine knows it; of a what-if the interventions as they were asked for, and no organization. */
const asked = ({ plan }: Experiment) => ({
  settings: plan.settings,
  cells: plan.interventions
    ? ([{ interventions: [] }, { interventions: plan.interventions }] as Cell[])
    : cellsOf(plan.design, plan.seed),
  seed: plan.seed,
  runs: runsOf(plan),
})

/** Sends the lines as they are read: millions of them never stand in memory. */
export async function sendRows(db: Database, experiment: Experiment, reply: FastifyReply) {
  const run = await latestRun(db, experiment.id)
  if (run?.state !== 'done') throw refuse.conflict('notRunHere')
  const model = modelOf(experiment.model)
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', fileName(experiment, 'csv'))
    .send(Readable.from(linesOf(db, run.id, model, experiment)))
}

async function* linesOf(db: Database, run: string, model: Model, experiment: Experiment) {
  const known = asked(experiment)
  yield csvHead(model, known)
  for await (const piece of rowsOf(db, run)) yield csvRows(model, known, piece)
}

export function sendManifest(experiment: Experiment, reply: FastifyReply) {
  const { program, version, model } = experiment
  const manifest = { ...manifestOf(modelOf(model), asked(experiment), null), version, program }
  return reply
    .type('application/json')
    .header('content-disposition', fileName(experiment, 'manifest.json'))
    .send(`${JSON.stringify(manifest, null, 2)}\n`)
}
