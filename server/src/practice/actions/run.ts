import type { Outcome } from '@mortar/contract/practice'
import { record } from '#activity/index.ts'
import { type Database, inTransaction, type Reader, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { practiceFor } from '../access.ts'
import { isInUse } from '../adoption.ts'
import { findUnit, isAround, lastDecision } from '../queries/adoption.ts'
import { saveApplication } from '../queries/evidence.ts'
import { findRevision } from '../queries/practices.ts'
import { findRun, openRun, type RunRow, saveRun, saveRunEnd, saveTick, takeBackTick } from '../queries/runs.ts'
import { refuse } from '../refusals.ts'

/** A unit goes through the steps of a routine that it tries or has adopted. The run keeps to this revision. */
export async function startRun(
  db: Database,
  actor: Actor,
  id: string,
  { unit, title }: { unit: string; title: string },
) {
  return inTransaction(db, async (tx) => {
    const { practice } = await practiceFor(tx, actor, id)
    if (!(await findUnit(tx, unit))) throw refuse.notFound('unitNotFound')
    if (!(await isAround(tx, actor.id, unit))) throw refuse.forbidden('unitNotYours')
    if (practice.state !== 'current') throw refuse.conflict(practice.state === 'retired' ? 'retired' : 'notCurrent')
    const { steps } = (await findRevision(tx, id, practice.revision))!
    if (practice.kind !== 'routine' || steps.length === 0) throw refuse.conflict('notRoutine')
    const last = await lastDecision(tx, id, unit)
    if (!last || !isInUse(last.state)) throw refuse.conflict('notAdoptedThere')

    const run = await saveRun(tx, {
      practiceId: id,
      revision: practice.revision,
      unitId: unit,
      title,
      startedBy: actor.id,
    })
    await tell(tx, actor, { id: run.id, practiceId: id, unit: { id: unit } }, 'practice.run_started')
    return run
  })
}

export interface RunFor {
  run: RunRow
  /** Works in the unit or answers for it. */
  near: boolean
}

/** A run is seen by who may read the practice and is around the unit. */
export async function runFor(db: Reader, actor: Actor, id: string): Promise<RunFor> {
  const run = await findRun(db, actor.id, id)
  if (!run?.near) throw refuse.notFound('runNotFound')
  await practiceFor(db, actor, run.practiceId)
  return { run, near: run.near }
}

async function openRunFor(tx: Writer, actor: Actor, id: string, step?: number): Promise<RunRow> {
  const { run } = await runFor(tx, actor, id)
  if (step !== undefined && step > run.steps.length) throw refuse.notFound('noSuchStep')
  if (!(await openRun(tx, id))) throw refuse.conflict('runEnded')
  return run
}

export async function tickStep(db: Database, actor: Actor, id: string, step: number): Promise<void> {
  await inTransaction(db, async (tx) => {
    const run = await openRunFor(tx, actor, id, step)
    if (await saveTick(tx, id, step, actor.id)) await tell(tx, actor, run, 'practice.step_done', { step })
  })
}

export async function untickStep(db: Database, actor: Actor, id: string, step: number): Promise<void> {
  await inTransaction(db, async (tx) => {
    const run = await openRunFor(tx, actor, id, step)
    if (await takeBackTick(tx, id, step, actor.id)) return tell(tx, actor, run, 'practice.step_taken_back', { step })
    if (run.ticks.some((tick) => tick.step === step)) throw refuse.forbidden('tickedByOther')
  })
}

interface Ending {
  outcome: Outcome | null
  note: string
  different: string
}

/** The note at the end becomes an application of the unit. A run without an outcome was only stopped. */
export async function endRun(
  db: Database,
  actor: Actor,
  id: string,
  { outcome, note, different }: Ending,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const run = await openRunFor(tx, actor, id)
    await saveRunEnd(tx, id, actor.id, note)
    if (outcome) {
      await saveApplication(tx, {
        practiceId: run.practiceId,
        revision: run.revision,
        personId: actor.id,
        byUnit: true,
        unitId: run.unit.id,
        place: run.title,
        outcome,
        changed: note,
        different,
        inquiryId: null,
        runId: id,
      })
    }
    await tell(tx, actor, run, outcome ? 'practice.run_ended' : 'practice.run_stopped', { ...(outcome && { outcome }) })
  })
}

async function tell(
  tx: Writer,
  actor: Actor,
  run: { id: string; practiceId: string; unit: { id: string } },
  verb: `practice.${string}`,
  detail: Record<string, string | number> = {},
) {
  const { practice } = await practiceFor(tx, actor, run.practiceId)
  await record(tx, {
    // A run is its unit's: who ticked, started or ended it is in no trail.
    actor: null,
    verb,
    subject: { kind: 'practice', id: run.practiceId },
    communities: [practice.community.id],
    unit: run.unit.id,
    detail: { run: run.id, ...detail },
  })
}
