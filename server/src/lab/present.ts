import type { ExperimentLine, ExperimentRun, ExperimentView } from '@mortar/contract/lab'
import { models } from '@mortar/simulation'
import { peopleFor } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { sentence } from '#platform/words.ts'
import { type Experiment, mayChange, mayRestore, maySeeExperiment } from './experiment.ts'
import { reckonSaved } from './plan/reckon.ts'
import { findExperiment, type ListedRow } from './queries/experiments.ts'
import { latestRun, type Run } from './queries/runs.ts'

export async function presentLines(db: Reader, rows: readonly ListedRow[]): Promise<ExperimentLine[]> {
  const person = await peopleFor(
    db,
    rows.map(({ byId }) => byId),
  )
  return rows.map(({ id, name, note, model, view, seen, run, computed, ...row }) => ({
    id,
    name,
    note,
    model,
    view,
    seen,
    run,
    computed,
    by: person(row.byId),
    at: row.at.toISOString(),
    changedAt: row.changedAt.toISOString(),
  }))
}

export async function presentExperiment(db: Reader, actor: Actor, found: Experiment): Promise<ExperimentView> {
  const { id, name, note, model, plan, seen, version, program, result, retiredAt } = found
  const run = await latestRun(db, id)
  const [person, original] = await Promise.all([
    peopleFor(db, [found.byId, run?.byId ?? null]),
    found.copyOf ? findExperiment(db, found.copyOf) : undefined,
  ])
  const known = models.find((each) => each.name === model)
  const versionNow = known?.version ?? null
  const underWay = run?.state === 'waiting' || run?.state === 'running'
  const mine = mayChange(found, actor.id)
  return {
    id,
    name,
    note,
    model,
    plan,
    seen,
    version,
    program,
    result,
    versionNow,
    outcome: found.outcome,
    seconds: known ? reckonSaved(known, plan, result) : null,
    view: plan.view,
    by: person(found.byId),
    at: found.at.toISOString(),
    changedAt: found.changedAt.toISOString(),
    copyOf: original && maySeeExperiment(original, actor.id) ? { id: original.id, name: original.name } : null,
    run: run ? presentRun(run, person(run.byId), actor.language) : null,
    retired: retiredAt !== null,
    may: {
      change: mine,
      run: mine && !underWay && versionNow !== null,
      stop: mine && underWay,
      restore: mayRestore(found, actor.id),
      rows: run?.state === 'done',
    },
  }
}

const presentRun = (run: Run, by: ExperimentRun['by'], language: string): ExperimentRun => ({
  id: run.id,
  at: run.at.toISOString(),
  by,
  state: run.state,
  progress: run.progress && { ...run.progress, seconds: run.seconds },
  estimate: run.estimate,
  failure: run.failure && sentence(language, run.failure.key, run.failure.params),
  finishedAt: run.finishedAt?.toISOString() ?? null,
})
