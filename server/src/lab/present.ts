import type { ExperimentLine, ExperimentView } from '@mortar/contract/lab'
import { models } from '@mortar/simulation'
import { peopleFor } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { type Experiment, mayChange, mayRestore, maySeeExperiment } from './experiment.ts'
import { findExperiment, type ListedRow } from './queries/experiments.ts'

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
  const [person, original] = await Promise.all([
    peopleFor(db, [found.byId]),
    found.copyOf ? findExperiment(db, found.copyOf) : undefined,
  ])
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
    view: plan.view,
    by: person(found.byId),
    at: found.at.toISOString(),
    changedAt: found.changedAt.toISOString(),
    versionNow: models.find((each) => each.name === model)?.version ?? null,
    copyOf: original && maySeeExperiment(original, actor.id) ? { id: original.id, name: original.name } : null,
    run: null,
    retired: retiredAt !== null,
    may: { change: mayChange(found, actor.id), run: false, stop: false, restore: mayRestore(found, actor.id) },
  }
}
