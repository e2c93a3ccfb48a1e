import type { Sent } from '@mortar/contract'
import type { labOperations, Plan, Result } from '@mortar/contract/lab'
import { record } from '#activity/index.ts'
import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { version as program } from '#platform/project.ts'
import { experimentFor, experimentToChange } from '../access.ts'
import { mayRestore } from '../experiment.ts'
import { checkPlanFor } from '../plan/check-for.ts'
import { modelOf } from '../plan/check.ts'
import { insertExperiment, restore, retire, saveResult, updateExperiment } from '../queries/experiments.ts'
import { stopRunsOf } from '../queries/runs.ts'
import { refuse } from '../refusals.ts'
import { checkResult } from '../result.ts'

type Told = Sent<(typeof labOperations)['PATCH /experiments/{experiment}']>['body']

interface Saved {
  name: string
  note: string
  seen: 'me' | 'organization'
  model: string
  plan: Plan
  result: Result | null
}

const subject = (id: string) => ({ kind: 'experiment', id }) as const

export async function saveExperiment(db: Database, actor: Actor, asked: Saved): Promise<{ id: string }> {
  const model = await checkPlanFor(db, actor, asked)
  if (asked.result) checkResult(model, asked.plan, asked.result)
  return inTransaction(db, async (tx) => {
    const id = await insertExperiment(tx, { ...asked, byId: actor.id, version: model.version, program, copyOf: null })
    await record(tx, { actor: actor.id, verb: 'lab.experiment_saved', subject: subject(id) })
    return { id }
  })
}

/** Somebody's own, with the same plan: what came out stays with the first. */
export async function copyExperiment(db: Database, actor: Actor, id: string, name: string): Promise<{ id: string }> {
  return inTransaction(db, async (tx) => {
    const { note, model, plan } = await experimentFor(tx, actor, id)
    const known = await checkPlanFor(tx, actor, { model, plan })
    const made = { byId: actor.id, name, note, model, plan, version: known.version, program, seen: 'me' as const }
    const copy = await insertExperiment(tx, { ...made, copyOf: id, result: null })
    await record(tx, { actor: actor.id, verb: 'lab.experiment_saved', subject: subject(copy) })
    return { id: copy }
  })
}

export async function changeExperiment(db: Database, actor: Actor, id: string, told: Told): Promise<void> {
  const given = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
  await inTransaction(db, async (tx) => {
    const before = await experimentToChange(tx, actor, id)
    await updateExperiment(tx, id, given)
    const verb =
      told.seen === undefined || told.seen === before.seen
        ? 'lab.experiment_changed'
        : told.seen === 'me'
          ? 'lab.experiment_hidden'
          : 'lab.experiment_shown'
    await record(tx, { actor: actor.id, verb, subject: subject(id) })
  })
}

export async function keepResult(db: Database, actor: Actor, id: string, result: Result): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { model, plan } = await experimentToChange(tx, actor, id)
    checkResult(modelOf(model), plan, result)
    await saveResult(tx, id, result)
    await record(tx, { actor: actor.id, verb: 'lab.result_kept', subject: subject(id) })
  })
}

export async function removeExperiment(db: Database, actor: Actor, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await experimentToChange(tx, actor, id)
    if (!(await retire(tx, id))) throw refuse.conflict('experimentRemoved')
    await stopRunsOf(tx, id)
    await record(tx, { actor: actor.id, verb: 'lab.experiment_removed', subject: subject(id) })
  })
}

export async function restoreExperiment(db: Database, actor: Actor, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const found = await experimentFor(tx, actor, id)
    if (!mayRestore(found, actor.id)) throw found.retiredAt ? refuse.forbidden('notYours') : refuse.conflict('stands')
    await restore(tx, id)
    await record(tx, { actor: actor.id, verb: 'lab.experiment_restored', subject: subject(id) })
  })
}
