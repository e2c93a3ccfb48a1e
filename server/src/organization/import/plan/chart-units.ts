import type { Line } from './managers.ts'
import type { Somebody } from './people.ts'
import type { Ref } from './plan.ts'
import type { Present } from './present.ts'
import type { Units } from './units.ts'

/**
 * A chart that knows no units has them all the same: whoever reports to the head leads one, and all below them are in it.
 * Returns where each person is, or nothing when the file or the organization has units of its own.
 */
export function unitsFromLine(
  people: Somebody[],
  line: Line,
  units: Units,
  present: Present,
  nameOf: (leader: string) => string,
): Map<Ref, Ref> | undefined {
  const own = present.units.some(({ key }) => !key?.startsWith(mark))
  const told = people.some(({ input }) => input.unit !== undefined || input.unitId !== undefined)
  if (own || told || units.managers.size > 0 || ![...line.values()].some((manager) => manager)) return undefined

  const byKey = new Map([...units.all.values()].map((unit) => [unit.key, unit]))
  const somebody = new Map(people.map((person) => [person.ref, person]))
  const known = new Map(present.people.map((person) => [person.id, person]))
  const places = new Map<Ref, Ref>()
  for (const ref of line.keys()) {
    const leader = leaderOf(ref, line)
    if (!leader) continue
    const called = somebody.get(leader)
    const key = `${mark}${called?.input.id ?? called?.email ?? known.get(leader)?.key ?? known.get(leader)?.email ?? leader}`
    const unit = byKey.get(key) ?? { ref: `new:${key}`, key, name: '', parent: null, touched: true }
    unit.name = nameOf(called?.name ?? known.get(leader)?.name ?? key).slice(0, 200)
    unit.touched = true
    byKey.set(key, unit)
    units.all.set(unit.ref, unit)
    units.managers.set(unit.ref, leader)
    places.set(ref, unit.ref)
  }
  return places
}

const mark = 'reports-to:'

/** The one right under the top whom somebody reports to in the end, or is; nobody for the top itself. */
function leaderOf(ref: Ref, line: Line): Ref | undefined {
  let here = ref
  for (;;) {
    const above = line.get(here)
    if (!above) return undefined
    if (!line.get(above)) return here
    here = above
  }
}
