import type { Line } from './managers.ts'
import type { ManagerChange, Ref } from './plan.ts'
import type { Present, PresentManager } from './present.ts'
import type { Units } from './units.ts'

/**
 * Who answers for each unit: whom the file names, else whom most of its people report to and who is in it or above.
 * Somebody who was named stays until a file names another; only what was seen from the line is seen anew.
 */
export function changedManagers(
  units: Units,
  places: Map<Ref, Ref | null>,
  line: Line,
  present: Present,
): ManagerChange[] {
  const before = Map.groupBy(present.managers, ({ unitId }) => unitId)
  const seen = seenManagers(units, places, line)
  return [...units.all.keys()].flatMap((unit) => {
    const now = before.get(unit) ?? []
    if (units.managers.has(unit)) return replace(unit, now, units.managers.get(unit) ?? null, false)
    if (now.some(({ derived }) => !derived)) return []
    return replace(unit, now, seen.get(unit) ?? null, true)
  })
}

function replace(unit: Ref, now: PresentManager[], wanted: Ref | null, derived: boolean): ManagerChange[] {
  if (now.length === 1 && now[0]!.personId === wanted && now[0]!.derived === derived) return []
  const removed = now.map((one) => ({ unit, person: one.personId, act: 'remove' as const, derived: one.derived }))
  return wanted ? [...removed, { unit, person: wanted, act: 'add', derived }] : removed
}

function seenManagers(units: Units, places: Map<Ref, Ref | null>, line: Line): Map<Ref, Ref> {
  const counts = new Map<Ref, Map<Ref, number>>()
  for (const [person, unit] of places) {
    const manager = line.get(person)
    if (!unit || !manager || !isAbove(places.get(manager) ?? null, unit, units)) continue
    const count = counts.get(unit) ?? new Map<Ref, number>()
    count.set(manager, (count.get(manager) ?? 0) + 1)
    counts.set(unit, count)
  }
  const seen = new Map([...counts].map(([unit, count]) => [unit, most(count)]))
  for (const [person, unit] of places) {
    // Nobody reports to anybody inside: whoever is there alone at the top answers for it.
    if (unit && !seen.has(unit) && line.get(person) === null && units.all.get(unit)?.parent === null)
      seen.set(unit, person)
  }
  return seen
}

const most = (count: Map<Ref, number>): Ref => [...count].reduce((best, one) => (one[1] > best[1] ? one : best))[0]

/** Whether one unit is another, or somewhere above it. */
function isAbove(above: Ref | null, unit: Ref, units: Units): boolean {
  for (let here: Ref | null = unit; here && above; here = units.all.get(here)?.parent ?? null)
    if (here === above) return true
  return false
}
