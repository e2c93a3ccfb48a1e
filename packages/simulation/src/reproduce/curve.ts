import type { Cell } from '../experiment/design.ts'
import { Z95 } from '../experiment/statistics.ts'
import type { FigureCurve } from './figure.ts'
import type { Found } from './study.ts'

/** What a curve goes through: at each x a cell, and what was published there. */
export type Place = readonly [x: number, cell: Cell, published?: number]

export function curve(found: Found, of: FigureCurve['of'], measure: string, places: readonly Place[]): FigureCurve {
  const points = places.map(([x, cell, published]) => {
    const { mean, error } = found.tally(cell, measure)
    return { x, ours: mean, halfWidth: Z95 * error, ...(published !== undefined && { published }) }
  })
  return { of, points: points.toSorted((one, other) => one.x - other.x) }
}
