import { record } from '#activity/index.ts'
import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { Refusal } from '#platform/refusal.ts'
import { experimentToChange } from '../access.ts'
import { checkPlanFor } from '../plan/check-for.ts'
import { batchFor, mostSecondsADay, reckonFor } from '../plan/reckon.ts'
import { findRun, insertRun, latestRun, oneAtATime, secondsToday, stopRun } from '../queries/runs.ts'
import { givenOf } from '../queries/rows.ts'
import { refuse } from '../refusals.ts'

/** Asks the server to carry an experiment out; it waits for the next free process. */
export async function startRun(db: Database, actor: Actor, id: string, on: 'today' | 'then'): Promise<{ id: string }> {
  return inTransaction(db, async (tx) => {
    await oneAtATime(tx)
    const experiment = await experimentToChange(tx, actor, id)
    const latest = await latestRun(tx, id)
    if (latest && (latest.state === 'waiting' || latest.state === 'running')) throw refuse.conflict('runUnderWay')
    const then = on === 'then' && latest ? await givenOf(tx, latest.id) : null
    if (on === 'then' && !then) throw refuse.conflict('nothingThen')
    const model = await checkPlanFor(tx, actor, experiment)
    const { seconds, refused, cells } = await reckonFor(tx, model, experiment.plan, actor.language)
    if (refused) throw new Refusal('tooLarge', 'lab:refused', { reason: refused })
    const hours = mostSecondsADay / 3600
    if ((await secondsToday(tx, actor.id)) + seconds > mostSecondsADay) throw refuse.tooMany('budgetSpent', { hours })
    const batch = batchFor(experiment.plan, seconds / (cells * experiment.plan.runs.most))
    const run = await insertRun(tx, {
      experimentId: id,
      byId: actor.id,
      estimate: seconds,
      batch,
      ...(then && { given: then }),
    })
    await record(tx, { actor: actor.id, verb: 'lab.run_asked', subject: { kind: 'experiment', id } })
    return { id: run }
  })
}

export async function endRun(db: Database, actor: Actor, experiment: string, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await experimentToChange(tx, actor, experiment)
    const run = await findRun(tx, id)
    if (run?.experimentId !== experiment) throw refuse.notFound('runNotFound')
    if (!(await stopRun(tx, id))) throw refuse.conflict('runOver')
    await record(tx, { actor: actor.id, verb: 'lab.run_stopped', subject: { kind: 'experiment', id: experiment } })
  })
}
