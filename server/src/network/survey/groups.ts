import { enough } from '#platform/few.ts'

export interface Unit {
  id: string
  parentId: string | null
}

/**
 * For each unit the one that its people are counted with: itself when five or more are asked in it, together with those
 * of smaller units below; otherwise the next one above that reaches five. Null where none does.
 */
export function groupsOf(units: readonly Unit[], askedIn: ReadonlyMap<string, number>): Map<string, string | null> {
  const counts = new Map(units.map(({ id }) => [id, askedIn.get(id) ?? 0]))
  const parentOf = new Map(units.map(({ id, parentId }) => [id, parentId]))
  const groups = new Set<string>()
  for (const id of belowFirst(units)) {
    const count = counts.get(id)!
    const parent = parentOf.get(id)
    if (enough(count)) groups.add(id)
    else if (parent && counts.has(parent)) counts.set(parent, counts.get(parent)! + count)
  }
  const groupOf = (id: string | null | undefined): string | null =>
    !id ? null : groups.has(id) ? id : groupOf(parentOf.get(id))
  return new Map(units.map(({ id }) => [id, groupOf(id)]))
}

/** Every unit before the one it belongs to. */
function belowFirst(units: readonly Unit[]): string[] {
  const below = Map.groupBy(units, ({ parentId }) => parentId)
  const known = new Set(units.map(({ id }) => id))
  const order = units.filter(({ parentId }) => parentId === null || !known.has(parentId)).map(({ id }) => id)
  for (let at = 0; at < order.length; at++) order.push(...(below.get(order[at]!) ?? []).map(({ id }) => id))
  return order.toReversed()
}

/** People in fives, rounded down: what is told changes only when five more have answered. */
export const inFives = (people: number): number => 5 * Math.floor(people / 5)

/** The same for a figure that stands alone: nothing below five. */
export const inFivesOrNot = (people: number): number | null => (enough(people) ? inFives(people) : null)
