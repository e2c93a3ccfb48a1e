import type { UnitTies } from '@mortar/contract/network-constellation'
import type { Reader } from '#platform/database.ts'
import { about, enough, rounded } from '#platform/few.ts'
import { latestDone } from '../discovery/queries/runs.ts'
import { unitTiesOf } from './queries/ties.ts'

const mostUnits = 40

/** Ties between units in the latest computation, which kept only pairs with five people on either side. */
export async function unitTies(db: Reader): Promise<UnitTies> {
  const run = await latestDone(db)
  if (!run) return { run: null, units: [], unitsInAll: 0, pairs: [] }
  const { units, pairs } = await unitTiesOf(db, run.id, mostUnits)
  const place = new Map(units.map(({ id }, n) => [id, n]))
  return {
    run: { id: run.id, at: run.at.toISOString(), from: run.settings.from, to: run.settings.to },
    units: units.map(({ id, name }) => ({ id, name })),
    unitsInAll: units[0]?.inAll ?? 0,
    // In an order of their own: as they lie in the table, they would tell which of them stayed as they were.
    pairs: pairs
      .flatMap(({ oneId, otherId, observed, expected, people }) => {
        const [one, other] = [place.get(oneId)!, place.get(otherId)!].toSorted((a, b) => a - b) as [number, number]
        if (!enough(people)) return []
        return [{ one, other, observed: rounded(observed), expected: rounded(expected), people: about(people) }]
      })
      .toSorted((a, b) => a.one - b.one || a.other - b.other),
  }
}
