import { audit, record } from '#activity/index.ts'
import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import {
  closeWaysIn,
  departuresOf,
  isAnyInOffice,
  lockOffice,
  officeIsStaffed,
  saveLeaving,
} from '../queries/office.ts'
import { refuse } from '../refusals.ts'

/**
 * What follows once people left: they cannot come in any more. What they wrote stays, and so does each role they had,
 * marked as held by somebody who left: later rooms hear of it and hand on what is theirs, and coming back finds it again.
 */
export async function whoLeft(tx: Writer, by: string | null, personIds: string[]): Promise<void> {
  if (personIds.length === 0) return
  await lockOffice(tx)
  if ((await isAnyInOffice(tx, personIds)) && !(await officeIsStaffed(tx))) throw refuse.conflict('lastOfLeaving')
  await closeWaysIn(tx, personIds)
  await tell(tx, by, 'person.left', personIds)
}

/** People who came back; their account and what they were is as they left it. */
export const whoReturned = (tx: Writer, by: string | null, personIds: string[]): Promise<void> =>
  tell(tx, by, 'person.returned', personIds)

/** What an import, carried out or taken back, means for those who left or came back by it. */
export async function followImport(tx: Writer, by: string | null, importId: string, done: 'after' | 'before') {
  const moves = await departuresOf(tx, importId, done)
  await whoLeft(tx, by, idsOf(moves.filter(({ gone }) => gone)))
  await whoReturned(tx, by, idsOf(moves.filter(({ gone }) => !gone)))
}

const idsOf = (rows: { personId: string }[]) => rows.map(({ personId }) => personId)

async function tell(tx: Writer, actor: string | null, verb: 'person.left' | 'person.returned', personIds: string[]) {
  const activities = personIds.map((id) => ({ actor, verb, subject: { kind: 'person' as const, id } }))
  for (let at = 0; at < activities.length; at += 1000) await record(tx, ...activities.slice(at, at + 1000))
}

export async function sayLeft(db: Database, actor: Actor, id: string, on: string, address: string): Promise<void> {
  if (on > today(actor)) throw refuse.invalid('leavesLater')
  await inTransaction(db, async (tx) => {
    if (!(await saveLeaving(tx, id, on))) throw refuse.notFound('notFound')
    await whoLeft(tx, actor.id, [id])
    await audit(tx, 'person.left', { actor: actor.id, subject: id, address })
  })
}

export const sayReturned = (db: Database, actor: Actor, id: string, address: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    if (!(await saveLeaving(tx, id, null))) throw refuse.notFound('notFound')
    await whoReturned(tx, actor.id, [id])
    await audit(tx, 'person.returned', { actor: actor.id, subject: id, address })
  })

const today = ({ timeZone }: Actor) => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date())
