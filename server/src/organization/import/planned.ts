import type { Reader } from '#platform/database.ts'
import type { Plan } from './plan/plan.ts'
import { planFrom, readFiles } from './planning.ts'
import { findImport, listImports } from './queries/imports.ts'
import { presentOrganization } from './queries/present.ts'
import { filesOf } from './stored.ts'

/** Units and where people work, as they would be. What is new has no id of the database: `new:` and a number. */
export interface PlannedChart {
  units: { id: string; name: string; parentId: string | null }[]
  places: { personId: string; unitId: string | null }[]
}

const quiet = () => {}

/** The chart that a planned import would make, planned anew against what is there now; nothing when it waits no more. */
export async function plannedChart(db: Reader, id: string): Promise<PlannedChart | undefined> {
  const found = await findImport(db, id)
  if (found?.state !== 'planned') return undefined
  const { columns, complete = 'no' } = found.options
  const table = await readFiles(filesOf(db, found), { columns }, quiet)
  const [plan, present] = [await planFrom(db, table, complete, undefined, quiet), await presentOrganization(db)]
  return { units: unitsAfter(present.units, plan), places: placesAfter(present.positions, plan) }
}

function unitsAfter(units: { id: string; name: string; parentId: string | null }[], plan: Plan) {
  const after = new Map(units.map(({ id, name, parentId }) => [id, { id, name, parentId }]))
  for (const { ref, name, parent, closed } of plan.units)
    if (closed) after.delete(ref)
    else after.set(ref, { id: ref, name, parentId: parent })
  return [...after.values()]
}

interface Place {
  id: string | null
  personId: string
  unitId: string | null
  fromDay: string
  toDay: string | null
}

/** The latest place of each person that does not end. */
function placesAfter(positions: readonly Place[], plan: Plan) {
  const changed = new Set(plan.positions.flatMap(({ id }) => id ?? []))
  const standing = positions.filter(({ id, toDay }) => toDay === null && !changed.has(id!))
  const planned = plan.positions
    .filter(({ toDay }) => toDay === null)
    .map(({ person, unit, fromDay }) => ({ personId: person, unitId: unit, fromDay }))
  const latest = new Map<string, { personId: string; unitId: string | null; fromDay: string }>()
  for (const place of [...standing, ...planned]) {
    const before = latest.get(place.personId)
    if (!before || place.fromDay >= before.fromDay) latest.set(place.personId, place)
  }
  return [...latest.values()].map(({ personId, unitId }) => ({ personId, unitId }))
}

/** Imports that are planned and wait to be carried out. */
export async function plannedImports(db: Reader): Promise<{ id: string; name: string; at: Date }[]> {
  const imports = await listImports(db)
  return imports.filter(({ state }) => state === 'planned').map(({ id, source, at }) => ({ id, name: source, at }))
}
