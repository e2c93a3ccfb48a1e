import { enough, rounded } from '#platform/few.ts'
import { type Look, type PointOf, type QuarterOf, seen } from './sign.ts'

/** Activity as it may be shown: quarters with five people behind them, by two digits. */
export const shownActivity = (quarters: readonly QuarterOf[]): PointOf[] =>
  quarters.map(({ quarter, doings, people }) => ({ quarter, value: enough(people) ? rounded(doings) : null }))

/** How many of its own quarters a figure is held against. */
export const before = 4

/** The last point against the four before it; `early` where one of the five is not shown. */
export function against(points: readonly PointOf[], holds: (last: number, earlier: number[]) => boolean): Look {
  const values = points.slice(-before - 1).map(({ value }) => value)
  const known = values.filter((value) => value !== null)
  if (known.length < before + 1) return { state: 'early' }
  const [last, earlier] = [known.at(-1)!, known.slice(0, -1)]
  return seen(holds(last, earlier), { last, lowest: Math.min(...earlier), highest: Math.max(...earlier) })
}
