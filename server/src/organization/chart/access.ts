import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import type { MayRead } from '#platform/files/routes.ts'
import { findPerson, isPhoto, type PersonWholeRow } from '../queries/people.ts'
import { findUnit, managersOf, type UnitRow } from '../queries/units.ts'
import { refuse } from '../refusals.ts'

export interface UnitFor {
  unit: UnitRow
  managers: Awaited<ReturnType<typeof managersOf>>
  mayNameDelegates: boolean
}

/** The only way to a unit on somebody's behalf. The chart is open to everybody in the organization. */
export async function unitFor(db: Reader, actor: Actor, id: string): Promise<UnitFor> {
  const unit = await findUnit(db, id)
  if (!unit) throw refuse.notFound('notFound')
  const managers = await managersOf(db, id)
  const manages = managers.some(({ personId, role }) => personId === actor.id && role === 'manager')
  return { unit, managers, mayNameDelegates: unit.closedOn === null && (manages || actor.office) }
}

export interface PersonFor {
  person: PersonWholeRow
  self: boolean
}

/** The only way to a person on somebody's behalf. Who was erased is not there any more. */
export async function personFor(db: Reader, actor: Actor, id: string): Promise<PersonFor> {
  const person = await findPerson(db, id)
  if (!person) throw refuse.notFound('notFound')
  if (person.erasedAt) throw refuse.notFound('personErased')
  return { person, self: person.id === actor.id }
}

/** A photo is seen by everybody who sees the person. */
export const mayReadPhoto: MayRead = (db, _, fileId) => isPhoto(db, fileId)
