import { record } from '#activity/index.ts'
import type { Writer } from '#platform/database.ts'
import { followImport } from '../account/leaving.ts'
import { refuse } from '../refusals.ts'
import { idsFor } from './ids.ts'
import type { Plan } from './plan/plan.ts'
import { type Marked, planFrom, printOf, type Options, type Table, type Tell } from './planning.ts'
import { applySteps } from './queries/apply.ts'
import { saveApplied, saveUndone } from './queries/imports.ts'
import { holdImports } from './queries/present.ts'
import { stagePlan } from './queries/stage.ts'
import {
  letAddressesGo,
  removeOccupations,
  removePeople,
  removePositions,
  removeUnits,
  restore,
  restoreManagers,
} from './queries/undo.ts'

interface Applying {
  importId: string
  table: Table
  complete: Options['complete']
  /** The print of the plan that was looked at. */
  print: string
  by: string | null
  endingIsMeant: boolean
  marked: Marked | undefined
}

/** Carries out a plan, whole or not at all, and only as it was looked at. */
export async function carryOut(
  tx: Writer,
  { importId, table, complete, print, by, endingIsMeant, marked }: Applying,
  tell: Tell,
) {
  if (!(await holdImports(tx))) throw refuse.conflict('importBusy')
  const plan = await planFrom(tx, table, complete, by ?? undefined, tell, { marked })
  if (printOf(plan) !== print) throw refuse.conflict('importMoved')
  const { asks } = plan.summary
  if (asks && !endingIsMeant) throw refuse.conflict('importAsks', { ...asks })

  await write(tx, importId, plan, tell)
  await followImport(tx, by, importId, 'after')
  await saveApplied(tx, importId, plan.summary)
  await record(tx, {
    actor: by,
    verb: 'organization.imported',
    subject: { kind: 'organization', id: importId },
    detail: { ...plan.summary.people, unitsOpened: plan.summary.units.opened },
  })
  return plan
}

async function write(tx: Writer, importId: string, plan: Plan, tell: Tell) {
  const rows = plan.people.length + plan.positions.length + plan.units.length + plan.managers.length
  const steps = applySteps(importId)
  // Laying the rows down is about half of the work.
  const total = rows * 2
  let done = 0
  await stagePlan(tx, plan, idsFor(), async (laid) => tell('writing', (done += laid), total))
  for (const [at, step] of steps.entries()) {
    await step(tx)
    tell('writing', rows + Math.round((rows * (at + 1)) / steps.length), total)
  }
}

/** Takes an import back as a whole. What is in use by now stays, as somebody who left or a unit that closed; tells how much. */
export async function takeBack(tx: Writer, importId: string, by: string | null, tell: Tell): Promise<number> {
  if (!(await holdImports(tx))) throw refuse.conflict('importBusy')
  let kept = 0
  const steps = [
    () => restoreManagers(tx, importId),
    () => removePositions(tx, importId),
    () => restore(tx, importId, 'position'),
    () => letAddressesGo(tx, importId),
    () => restore(tx, importId, 'person'),
    async () => (kept += await removePeople(tx, importId)),
    () => restore(tx, importId, 'unit'),
    async () => (kept += await removeUnits(tx, importId)),
    () => removeOccupations(tx, importId),
  ]
  for (const [at, step] of steps.entries()) {
    await step()
    tell('writing', at + 1, steps.length)
  }
  await followImport(tx, by, importId, 'before')
  await saveUndone(tx, importId, by, kept)
  await record(tx, {
    actor: by,
    verb: 'organization.import_undone',
    subject: { kind: 'organization', id: importId },
    detail: { kept },
  })
  return kept
}
