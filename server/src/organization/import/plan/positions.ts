import { dayAfter } from '../read/dates.ts'
import type { Line } from './managers.ts'
import type { Somebody } from './people.ts'
import type { PositionChange, Ref } from './plan.ts'
import type { Present, PresentPosition } from './present.ts'

/** The newest position of each person. */
export function newestOf(present: Present): Map<Ref, PresentPosition> {
  const newest = new Map<Ref, PresentPosition>()
  for (const position of present.positions) if (!newest.has(position.personId)) newest.set(position.personId, position)
  return newest
}

type Place = (person: Somebody) => Ref | null | undefined

/**
 * What changes about where people work. A new place ends the old position the day before, so that history is kept;
 * the same place with another day, or one corrected on the day it began, is put right in place.
 */
export function changedPositions(people: Somebody[], placeOf: Place, line: Line, present: Present, today: string) {
  const newest = newestOf(present)
  const former = new Map(present.former.map((position) => [position.personId, position]))
  const changes: PositionChange[] = []
  const kept = new Map<Ref, PositionChange>()
  for (const person of people) {
    const before = newest.get(person.ref) ?? samePosition(former.get(person.ref), person, today)
    const wanted = wantedOf(person, placeOf(person), line.get(person.ref) ?? null, before, today)
    kept.set(person.ref, wanted)
    if (!before) changes.push(wanted)
    else changes.push(...change(before, wanted))
  }
  return { changes, kept }
}

/** Who comes back gets a new position; the old one is meant only when the row repeats its days. */
function samePosition(former: PresentPosition | undefined, { input }: Somebody, today: string) {
  const stillEnded = input.to && input.to < today
  return former && (stillEnded || input.from === former.fromDay) ? former : undefined
}

function wantedOf(
  { ref, input, present }: Somebody,
  place: Ref | null | undefined,
  manager: Ref | null,
  before: PresentPosition | undefined,
  today: string,
): PositionChange {
  const unit = place === undefined ? (before?.unitId ?? null) : place
  const title = input.title === undefined ? (before?.title ?? null) : input.title
  const moves = before && (before.unitId !== unit || before.title !== title || before.managerId !== manager)
  const began = input.from ?? (moves || !before ? today : before.fromDay)
  const ended = before?.toDay && (before.toDay < today || present?.leftOn)
  const toDay = input.to !== undefined ? input.to : ended ? null : (before?.toDay ?? null)
  return { id: null, person: ref, unit, title, manager, fromDay: toDay && toDay < began ? toDay : began, toDay }
}

function change(before: PresentPosition, wanted: PositionChange): PositionChange[] {
  const moves = before.unitId !== wanted.unit || before.title !== wanted.title || before.managerId !== wanted.manager
  if (moves && wanted.fromDay > before.fromDay) return [endOf(before, dayAfter(wanted.fromDay, -1)), wanted]
  const same = !moves && before.fromDay === wanted.fromDay && before.toDay === wanted.toDay
  return same ? [] : [{ ...wanted, id: before.id }]
}

/** A position that ends; one that began later than that lasts its first day. */
export const endOf = (position: PresentPosition, day: string): PositionChange => ({
  id: position.id,
  person: position.personId,
  unit: position.unitId,
  title: position.title,
  manager: position.managerId,
  fromDay: position.fromDay,
  toDay: [day < position.fromDay ? position.fromDay : day, position.toDay ?? '9999'].sort()[0]!,
})
