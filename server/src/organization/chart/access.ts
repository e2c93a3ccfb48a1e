import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import type { MayRead } from '#platform/files/routes.ts'
import { findPerson, isPhoto, shareACommunity, type PersonWholeRow } from '../queries/people.ts'
import { findUnit, managersOf, type UnitRow } from '../queries/units.ts'
import { refuse } from '../refusals.ts'

export interface UnitFor {
  unit: UnitRow
  managers: Awaited<ReturnType<typeof managersOf>>
  mayNameDelegates: boolean
}

/** The only way to a unit on somebody's behalf. The chart is open to everybody in the organization, and to no guest. */
export async function unitFor(db: Reader, actor: Actor, id: string): Promise<UnitFor> {
  const unit = await findUnit(db, id)
  if (!unit || actor.guest) throw refuse.notFound('notFound')
  const managers = await managersOf(db, id)
  const manages = managers.some(({ personId, role }) => personId === actor.id && role === 'manager')
  return { unit, managers, mayNameDelegates: unit.closedOn === null && (manages || actor.office) }
}

export interface PersonFor {
  person: PersonWholeRow
  self: boolean
  /** Told their name alone. */
  byName: boolean
}

/** The only way to a person on somebody's behalf. Who was erased is not there any more. */
export async function personFor(db: Reader, actor: Actor, id: string): Promise<PersonFor> {
  const person = await findPerson(db, id)
  if (!person) throw refuse.notFound('notFound')
  const self = person.id === actor.id
  if (actor.guest && !self && !(await shareACommunity(db, actor.id, id))) throw refuse.notFound('notFound')
  if (person.erasedAt) throw refuse.notFound('personErased')
  return { person, self, byName: actor.guest && !self }
}

/** A photo is seen by everybody who sees more of the person than their name. */
export const mayReadPhoto: MayRead = async (db, actor, fileId) => !actor.guest && isPhoto(db, fileId)
