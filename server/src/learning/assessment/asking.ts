import { unitLinks } from '#organization/index.ts'
import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { enough } from '#platform/few.ts'
import { mustLead } from '../access.ts'
import { departmentsOf } from '../departments.ts'
import { allUnits, todayHere } from '../queries.ts'
import { refuse } from '../refusals.ts'
import { assessmentFor } from './access.ts'
import { mayClose, mayOpen } from './assessment.ts'
import { tell } from './drafting.ts'
import { resultOf } from './figures.ts'
import {
  closeOpen,
  countAsked,
  dueToClose,
  handedIn,
  lockAssessment,
  openDraft,
  questionsOf,
  saveAsked,
  topicNames,
} from './queries/assessments.ts'
import { publishResult } from './queries/imported.ts'

/** Asks everybody it is for, at once, and tells them. */
export async function openAssessment(db: Database, actor: Actor, id: string): Promise<void> {
  mustLead(actor)
  await inTransaction(db, async (tx) => {
    await lockAssessment(tx, id)
    const found = await assessmentFor(tx, actor, id)
    if (!mayOpen(found, actor)) throw refuse.conflict('assessmentMoved')
    if (!found.closesOn) throw refuse.invalid('assessmentNoDay')
    if (found.closesOn < (await todayHere(tx))) throw refuse.invalid('assessmentPast')
    if (!(await openDraft(tx, id))) throw refuse.conflict('assessmentMoved')
    const people = await saveAsked(tx, id, found)
    if (!enough(people.length)) throw refuse.conflict('assessmentTooFew')
    await tell(tx, actor.id, 'learning.assessment_opened', id, people)
  })
}

export async function closeAssessment(db: Database, actor: Actor, id: string): Promise<void> {
  mustLead(actor)
  await inTransaction(db, async (tx) => {
    await lockAssessment(tx, id)
    if (!mayClose(await assessmentFor(tx, actor, id), actor)) throw refuse.conflict('assessmentMoved')
    await closeNow(tx, id, actor.id)
  })
}

/** What was handed in is counted once, and the figures stay as they are. What was begun stays its writer's to read. */
export async function closeNow(tx: Writer, id: string, by: string | null): Promise<void> {
  await lockAssessment(tx, id)
  if (await closeOpen(tx, id, await countedNow(tx, id))) await tell(tx, by, 'learning.assessment_closed', id)
}

export async function countedNow(tx: Writer, id: string) {
  const [rows, { asked }, units] = [await handedIn(tx, id), await countAsked(tx, id), await allUnits(tx)]
  const asks = (await questionsOf(tx, id)).map(({ topicId }) => topicId)
  const names = new Map((await topicNames(tx, asks)).map((topic) => [topic.id, topic]))
  const departmentOf = departmentsOf(units)
  const links = new Map((await unitLinks(tx, [...new Set(departmentOf.values())])).map((unit) => [unit.id, unit]))
  return resultOf(rows, {
    asked,
    departmentOf,
    topics: asks.flatMap((topic) => names.get(topic) ?? []),
    unit: (one) => links.get(one),
  })
}

/** Closes those whose last day is over where the organization is. */
export async function lookForAssessments({ db }: { db: Database }): Promise<void> {
  for (const id of await dueToClose(db, await todayHere(db))) await inTransaction(db, (tx) => closeNow(tx, id, null))
}

/** Counts closed ones that another place told of. For whoever tells them, within that transaction. */
export async function publishTold(tx: Writer, ids: string[]): Promise<void> {
  for (const id of ids) await publishResult(tx, id, await countedNow(tx, id))
}
