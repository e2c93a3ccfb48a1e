import { csvHead, csvRows, type Experiment, type Model, manifestOf, type Results } from '@mortar/simulation'
import type { Growing } from '../run/growing.ts'

/** Every run as a line, in the very words of the terminal's file. */
export function runsCsv(model: Model, experiment: Experiment, results: Results): string {
  const rows = experiment.cells.map((_, cell) =>
    csvRows(model, experiment, { cell, first: 0, values: rowsOf(model, results, cell) }),
  )
  return [csvHead(model, experiment), ...rows].join('')
}

/** The rows of one cell, put together again from its columns. */
function rowsOf(model: Model, results: Results, cell: number): Float64Array {
  const columns = model.measures.map(({ name }) => results.values(cell, name))
  const runs = columns[0]?.length ?? 0
  const rows = new Float64Array(runs * columns.length)
  columns.forEach((column, at) => column.forEach((value, run) => (rows[run * columns.length + at] = value)))
  return rows
}

/** Means and half-widths of the 95% intervals, a line for each cell and moment. */
export function curvesCsv(model: Model, { cells, moments }: Growing): string {
  const names = model.measures.map(({ name }) => name)
  const head = ['cell', 'period', ...names.flatMap((name) => [name, `${name}HalfWidth`])]
  const lines = cells.flatMap(({ curves }, cell) =>
    moments.map((moment, at) =>
      [cell, moment, ...names.flatMap((name) => [curves[name]![at]!.mean, curves[name]![at]!.halfWidth])].join(','),
    ),
  )
  return `${[head.join(','), ...lines].join('\n')}\n`
}

/** What gives the same numbers again, in the terminal or here. */
export const manifestJson = (model: Model, experiment: Experiment): string =>
  `${JSON.stringify(manifestOf(model, experiment, null), null, 2)}\n`
