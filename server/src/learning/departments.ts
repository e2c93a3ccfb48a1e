import type { UnitRow } from './queries.ts'

/**
 * The department of each unit: the unit of the highest level, below the one that is the whole where there is only one
 * such, that it belongs to.
 */
export function departmentsOf(units: readonly UnitRow[]): Map<string, string> {
  const parentOf = new Map(units.map(({ id, parentId }) => [id, parentId]))
  const tops = units.filter(({ parentId }) => parentId === null)
  const whole = tops.length === 1 ? tops[0]!.id : null
  const departmentOf = (id: string): string => {
    const parent = parentOf.get(id)
    return !parent || parent === whole ? id : departmentOf(parent)
  }
  return new Map(units.map(({ id }) => [id, departmentOf(id)]))
}
