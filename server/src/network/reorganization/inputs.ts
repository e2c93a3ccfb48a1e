import type { ReorganizationSettings } from '@mortar/contract/network-reorganization'
import { plannedChart } from '#organization/index.ts'
import type { Database, Reader } from '#platform/database.ts'
import { type Chart, levelsOf, unitAt } from '../discovery/compute/chart.ts'
import { windowOf } from '../discovery/discovery.ts'
import { placesOn } from '../discovery/queries/reading.ts'
import { consentedTies } from '../ties/consented.ts'
import type { Compared, Group, Places } from './compare.ts'
import type { Charts } from './reorganization.ts'
import { type ChartRow, chartOn, describedMembers, openMembers } from './queries.ts'

interface Held extends Places {
  /** What each unit is, beyond this chart. */
  readonly ids: readonly string[]
}

interface Read extends Compared {
  readonly charts: Charts
}

/** The same ties in two charts, and the groups that live in them. */
export async function readCompared(db: Database, settings: ReorganizationSettings): Promise<Read> {
  const { people, graph } = await consentedTies(db, { window: windowOf(settings) })
  const number = new Map(people.map((id, n) => [id, n]))
  const [before, after] = [await heldOn(db, settings, settings.before, people), await heldAfter(db, settings, people)]
  return {
    ties: graph,
    before,
    after,
    moved: Uint8Array.from(before.unitOf, (unit, person) =>
      Number(before.ids[unit] !== after.ids[after.unitOf[person]!]),
    ),
    communities: groupsOf(await openMembers(db), number),
    found: groupsOf(await describedMembers(db), number),
    charts: [before, after].map(({ ids, unitOf }) =>
      Object.fromEntries(people.flatMap((id, n) => (unitOf[n]! < 0 ? [] : [[id, ids[unitOf[n]!]!]]))),
    ) as Charts,
  }
}

async function heldAfter(db: Reader, settings: ReorganizationSettings, people: readonly string[]): Promise<Held> {
  if (!settings.import) return heldOn(db, settings, settings.after!, people)
  const planned = await plannedChart(db, settings.import)
  if (!planned) throw new Error('The import is not planned any more')
  return held(planned.units, planned.places, settings.level, people)
}

const heldOn = async (db: Reader, { level }: ReorganizationSettings, day: string, people: readonly string[]) =>
  held(await chartOn(db, day), await placesOn(db, day), level, people)

function held(
  units: readonly ChartRow[],
  places: readonly { personId: string; unitId: string | null }[],
  steps: number,
  people: readonly string[],
): Held {
  const numberOf = new Map(units.map(({ id }, n) => [id, n]))
  const placeOf = new Map(places.map(({ personId, unitId }) => [personId, unitId ? numberOf.get(unitId) : undefined]))
  const chart: Chart = {
    ids: units.map(({ id }) => id),
    parents: Int32Array.from(units, ({ parentId }) => (parentId ? (numberOf.get(parentId) ?? -1) : -1)),
    unitOf: Int32Array.from(people, (id) => placeOf.get(id) ?? -1),
  }
  const levels = levelsOf(chart)
  const level = levels.findLast((each) => each.steps <= steps) ?? levels[0]
  return {
    unitOf: Int32Array.from(people, (_, person) => (level ? unitAt(level, person) : chart.unitOf[person]!)),
    names: units.map(({ name }) => name),
    ids: chart.ids,
  }
}

/** People by number; those without ties do not count. */
function groupsOf(rows: readonly { id: string; personId: string }[], number: ReadonlyMap<string, number>): Group[] {
  const groups = Map.groupBy(rows, ({ id }) => id)
  return [...groups].flatMap(([id, members]) => {
    const people = Int32Array.from(members.flatMap(({ personId }) => number.get(personId) ?? []))
    return people.length >= 5 ? [{ id, people }] : []
  })
}
