import type { Directory, Line } from './managers.ts'
import type { ManagerChange, Ref } from './plan.ts'
import type { Present, PresentManager } from './present.ts'
import type { Units } from './units.ts'

type Places = Map<Ref, Ref | null>

/**
 * Who answers for each unit: whom the file names, else whom most of its people report to and who is in it or above.
 * Somebody who was named stays until a file names another; only what was seen from the line is seen anew.
 */
export function changedManagers(
  units: Units,
  places: Places,
  line: Line,
  directory: Directory,
  present: Present,
): ManagerChange[] {
  const before = Map.groupBy(present.managers, ({ unitId }) => unitId)
  const seen = seenManagers(units, places, line, directory)
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

function seenManagers(units: Units, places: Places, line: Line, directory: Directory): Map<Ref, Ref> {
  const counts = new Map<Ref, Map<Ref, number>>()
  const heads = new Map<Ref, Ref[]>()
  for (const [person, unit] of places) {
    if (!unit) continue
    const manager = line.get(person)
    if (manager === null && units.all.get(unit)?.parent === null) heads.set(unit, [...(heads.get(unit) ?? []), person])
    if (!manager || !isAbove(places.get(manager) ?? null, unit, units)) continue
    const count = counts.get(unit) ?? new Map<Ref, number>()
    count.set(manager, (count.get(manager) ?? 0) + 1)
    counts.set(unit, count)
  }
  // Of two with as many people, the one inside leads it: the other leads the leader.
  const weigh = (unit: Ref, [person, people]: [Ref, number]) => people * 2 + (places.get(person) === unit ? 1 : 0)
  const seen = new Map<Ref, Ref>()
  for (const [unit, count] of counts) {
    const [first] = [...count].toSorted(
      (a, b) => weigh(unit, b) - weigh(unit, a) || byText(directory.callOf(a[0]), directory.callOf(b[0])),
    )
    seen.set(unit, first![0])
  }
  // Nobody there reports to anybody: the only one at the top answers for it.
  for (const [unit, [head, another]] of heads) if (head && !another && !seen.has(unit)) seen.set(unit, head)
  return seen
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Whether one unit is another, or somewhere above it. */
function isAbove(above: Ref | null, unit: Ref, units: Units): boolean {
  for (let here: Ref | null = unit; here && above; here = units.all.get(here)?.parent ?? null)
    if (here === above) return true
  return false
}
