import type { Estimate } from '../run/growing.ts'
import type { Axis, Value } from './plan.ts'

export interface HeatCell {
  readonly x: Value
  readonly y: Value | undefined
  readonly column: number
  readonly row: number
  /** Where it stands in the plan. */
  readonly cell: number
}

/** The cells as they lie on the page: the highest value of the second setting on top. */
export function heatCells(
  x: Axis,
  y: Axis | undefined,
  cellAt: (x: Value, y: Value | undefined) => number,
): HeatCell[] {
  const rows: readonly (Value | undefined)[] = y ? y.values.toReversed() : [undefined]
  return rows.flatMap((yValue, row) =>
    x.values.map((xValue, column) => ({ x: xValue, y: yValue, column, row, cell: cellAt(xValue, yValue) })),
  )
}

/** The lowest and highest mean so far; nothing before the first. */
export function extentOf(estimates: readonly (Estimate | undefined)[]): readonly [number, number] | undefined {
  const means = estimates.flatMap((estimate) => (estimate && Number.isFinite(estimate.mean) ? [estimate.mean] : []))
  return means.length > 0 ? [Math.min(...means), Math.max(...means)] : undefined
}

/** Where a mean stands between lowest and highest; the middle where they are the same. */
export const shareOf = (mean: number, [least, most]: readonly [number, number]): number =>
  most > least ? (mean - least) / (most - least) : 0.5

/** Where an arrow, Home or End leads from a cell; nothing where it leads out of the map. */
export function stepFrom(key: string, column: number, row: number, columns: number, rows: number) {
  const to: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [column - 1, row],
    ArrowRight: [column + 1, row],
    ArrowUp: [column, row - 1],
    ArrowDown: [column, row + 1],
    Home: [0, row],
    End: [columns - 1, row],
  }
  const found = to[key]
  if (!found) return undefined
  const [nextColumn, nextRow] = found
  return nextColumn >= 0 && nextColumn < columns && nextRow >= 0 && nextRow < rows ? found : undefined
}
