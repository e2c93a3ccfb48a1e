import type { OfficeMember } from '@mortar/contract/office'
import { audit } from '#activity/index.ts'
import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { peopleFor } from '../people.ts'
import {
  accountsByIds,
  joinOffice,
  leaveOffice,
  lockOffice,
  officeIsStaffed,
  officeMembers,
} from '../queries/office.ts'
import { refuse } from '../refusals.ts'

export async function presentOffice(db: Database): Promise<OfficeMember[]> {
  const members = await officeMembers(db)
  const person = await peopleFor(
    db,
    members.map(({ personId }) => personId),
  )
  return members.map(({ personId, since, account }) => ({ ...person(personId)!, since: since.toISOString(), account }))
}

export const takeIn = (db: Database, actor: Actor, id: string, address: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    const [somebody] = await accountsByIds(tx, [id])
    // The office is for people of the organization: a guest could neither read nor give it on.
    if (!somebody || somebody.guest) throw refuse.notFound('notFound')
    if (somebody.leftOn) throw refuse.conflict('hasLeft', { name: somebody.name })
    if (!(await joinOffice(tx, id))) return
    await audit(tx, 'office.joined', { actor: actor.id, subject: id, address })
  })

export const letOut = (db: Database, actor: Actor, id: string, address: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    await lockOffice(tx)
    if (!(await leaveOffice(tx, id))) throw refuse.notFound('notFound')
    if (!(await officeIsStaffed(tx))) throw refuse.conflict('lastOfOffice')
    await audit(tx, 'office.left', { actor: actor.id, subject: id, address })
  })

/** Somebody else does it from now on. They need a way in, or nobody could come in any more. */
export const handOver = (db: Database, actor: Actor, to: string, address: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    const [successor] = await accountsByIds(tx, [to])
    if (!successor || successor.guest) throw refuse.notFound('notFound')
    if (successor.leftOn) throw refuse.conflict('hasLeft', { name: successor.name })
    if (!successor.account) throw refuse.conflict('noAccountYet', { name: successor.name })
    if (to === actor.id) return
    await lockOffice(tx)
    await joinOffice(tx, to)
    await leaveOffice(tx, actor.id)
    await audit(tx, 'office.handed_over', { actor: actor.id, subject: to, address })
  })
