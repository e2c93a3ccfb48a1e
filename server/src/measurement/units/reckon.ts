import { type Database, inTransaction } from '#platform/database.ts'
import type { Window } from '../facts/window.ts'
import { exploredByUnit } from './explored.ts'
import { actsBetween, quartersReckoned, saveUnitEdition, unitTree } from './queries.ts'

/** Publishes what units did in each quarter that is over, once. The organization's row says that it was done. */
export async function reckonUnits(db: Database, windows: readonly Window[], now: Date): Promise<number> {
  const done = await quartersReckoned(db)
  const due = windows.filter(({ quarter, to }) => to < now.getTime() && !done.has(quarter))
  if (due.length === 0) return 0
  const tree = await unitTree(db)
  for (const { quarter, from, to } of due) {
    const shown = exploredByUnit(await actsBetween(db, new Date(from), new Date(to)), tree)
    const figures = [...shown].map(([unitId, figure]) => ({ unitId, figure }))
    const whole = shown.has(null) ? [] : [{ unitId: null, figure: null }]
    await inTransaction(db, (tx) => saveUnitEdition(tx, quarter, [...whole, ...figures]))
  }
  return due.length
}
