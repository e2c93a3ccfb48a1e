import {
  alone,
  cellsOf,
  type Experiment as Simulated,
  models,
  Organization,
  presentAnd,
  runExperiment,
} from '@mortar/simulation'
import { type Database, inTransaction } from '#platform/database.ts'
import type { Experiment } from '../experiment.ts'
import { hushing, outcomeOf } from '../organization/outcome.ts'
import { modelOf } from '../plan/check.ts'
import { runsOf } from '../plan/reckon.ts'
import { finishRun, type Run, type Told } from '../queries/runs.ts'
import { doneOf, givenOf, saveGiven, saveRows } from '../queries/rows.ts'
import { resultOf } from '../result.ts'
import { type Given, packed, takeGiven, unpacked } from './given.ts'

/** The experiment as the engine takes it; replications in batches of a size that is written in less than a second. */
export function simulated({ plan }: Experiment, batch: number, given?: Given): Simulated {
  const { seed } = plan
  const runs = plan.runs.until ? runsOf(plan) : { ...runsOf(plan), batch }
  if (!given) return { settings: plan.settings, cells: cellsOf(plan.design, seed), seed, runs }
  const { organization, domains, interventions } = given
  return {
    settings: { ...plan.settings, organization: Organization.parse(organization), domains },
    cells: presentAnd([interventions]),
    seed,
    runs,
  }
}

/** Carries a run out, from where it was left. What comes is written as it comes, and told. */
export async function carryOut(db: Database, run: Run, experiment: Experiment, tell: (told: Told) => void) {
  const began = performance.now()
  const model = modelOf(experiment.model)
  const given = experiment.plan.interventions ? await givenFor(db, run, experiment) : undefined
  const asked = simulated(experiment, run.batch, given)
  const done = await doneOf(db, run.id, asked.cells.length)
  const hush = given ? hushing(Organization.parse(given.organization)) : () => {}
  const pace = pacing(asked, done.reduce((sum, { length }) => sum + length, 0) / model.measures.length)
  let told = pace({ runs: 0, cellsDone: 0 })
  tell(told)
  const results = await runExperiment(model, asked, {
    crew: alone(models),
    done,
    async onChunk({ cell, first, values }, progress) {
      hush(values)
      await saveRows(db, run.id, cell, first, values)
      tell((told = pace(progress)))
    },
  })
  const outcome = given && outcomeOf(results, Organization.parse(given.organization), factsOf(given))
  const result = resultOf(model, asked, results)
  const seconds = (performance.now() - began) / 1000
  await inTransaction(db, (tx) => finishRun(tx, run, { result, outcome: outcome ?? null, told, seconds }))
}

const factsOf = ({ on, communities, tied }: Given) => ({ on, communities, tied })

async function givenFor(db: Database, run: Run, experiment: Experiment): Promise<Given> {
  const kept = await givenOf(db, run.id)
  if (kept) return unpacked(kept)
  const given = await takeGiven(db, experiment.plan)
  await saveGiven(db, run.id, packed(given))
  return unpacked(packed(given))
}

/** How far it is, and about how long it still takes, by the pace of what was done since it was taken up. */
function pacing({ cells, runs }: Simulated, before: number) {
  const began = performance.now()
  const mostRuns = cells.length * runs.most
  return (progress: { runs: number; cellsDone: number }): Told => {
    const seconds = (performance.now() - began) / 1000
    const now = Math.max(before, progress.runs)
    const share = runs.until ? progress.cellsDone / cells.length : now / mostRuns
    const since = runs.until ? share : (now - before) / mostRuns
    const left = since > 0 ? (seconds * (1 - share)) / since : null
    return { cells: cells.length, cellsDone: progress.cellsDone, runs: now, mostRuns, left }
  }
}
