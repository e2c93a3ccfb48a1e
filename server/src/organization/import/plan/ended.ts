import { dayAfter } from '../read/dates.ts'
import type { Somebody } from './people.ts'
import type { PositionChange, Ref } from './plan.ts'
import { endOf } from './positions.ts'
import type { Present, PresentPerson, PresentPosition } from './present.ts'
import type { Problems } from './problems.ts'

/** Whether the file holds everybody: of all, or of a unit with all below it. */
export type Complete = 'no' | 'all' | { unit: string }

export interface Endings {
  positions: PositionChange[]
  people: PresentPerson[]
  /** How many people the file should have held. */
  of: number
  /** They have left the organization, not only the unit. */
  left: boolean
}

/** Who is missing from a complete file. Whoever brings it in is never ended by it. */
export function endingsOf(
  complete: Complete,
  {
    people,
    named,
    present,
    today,
    keep,
    problems,
  }: {
    people: Somebody[]
    /** Keys and addresses in rows that had to be left out: their people are not missing. */
    named: ReadonlySet<string>
    present: Present
    today: string
    keep: string | undefined
    problems: Problems
  },
): Endings {
  const none: Endings = { positions: [], people: [], of: 0, left: complete === 'all' }
  if (complete === 'no') return none

  const inside = complete === 'all' ? undefined : unitsBelow(complete.unit, present)
  const meant = present.positions.filter(({ unitId }) => !inside || (unitId !== null && inside.has(unitId)))
  const here = new Set(people.map(({ ref }) => ref))
  const persons = new Map(present.people.map((person) => [person.id, person]))
  const missing = meant.filter(({ personId }) => !here.has(personId) && !isNamed(persons.get(personId), named))
  if (keep && missing.some(({ personId }) => personId === keep)) {
    problems.add('importerMissing', persons.get(keep)?.name ?? '', [])
  }
  const ending = missing.filter(({ personId }) => personId !== keep)
  return {
    ...none,
    positions: ending
      .filter((position) => lasts(position, today))
      .map((position) => endOf(position, dayAfter(today, -1))),
    people: [...new Set(ending.filter((position) => lasts(position, today)).map(({ personId }) => personId))]
      .map((id) => persons.get(id)!)
      .toSorted((a, b) => a.name.localeCompare(b.name)),
    of: new Set(meant.map(({ personId }) => personId)).size,
  }
}

const lasts = ({ toDay, fromDay }: PresentPosition, today: string) =>
  toDay === null || (toDay >= today && toDay !== fromDay)

const isNamed = (person: PresentPerson | undefined, named: ReadonlySet<string>) =>
  person !== undefined &&
  ((person.key !== null && named.has(person.key)) || (person.email !== null && named.has(person.email)))

/** A unit and all units below it. */
export function unitsBelow(unit: Ref, present: Present): ReadonlySet<Ref> {
  const children = Map.groupBy(present.units, ({ parentId }) => parentId)
  const found = new Set<Ref>()
  const next = [unit]
  for (let here = next.pop(); here; here = next.pop()) {
    if (found.has(here)) continue
    found.add(here)
    next.push(...(children.get(here) ?? []).map(({ id }) => id))
  }
  return found
}
