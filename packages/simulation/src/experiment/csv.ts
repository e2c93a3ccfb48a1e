import type { Model } from '../model.ts'
import type { Experiment } from './experiment.ts'
import { inPlainLists } from './plain.ts'
import type { Chunk } from './run.ts'

/** The settings in which the cells differ, in the order they first come. */
const varying = ({ cells }: Experiment) => [...new Set(cells.flatMap((cell) => Object.keys(cell)))]

const quoted = (value: unknown) => {
  const text = typeof value === 'object' ? JSON.stringify(inPlainLists(value)) : String(value ?? '')
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The first line: cell, the settings in which cells differ, replication, measures. */
export const csvHead = (model: Model, experiment: Experiment): string =>
  ['cell', ...varying(experiment), 'replication', ...model.measures.map(({ name }) => name)].map(quoted).join(',') +
  '\n'

/** The lines of a chunk. Numbers are written so that reading them gives the same bits. */
export function csvRows(model: Model, experiment: Experiment, { cell, first, values }: Chunk): string {
  const settings = varying(experiment).map((name) =>
    quoted(experiment.cells[cell]?.[name] ?? experiment.settings[name]),
  )
  const width = model.measures.length
  let text = ''
  for (let run = 0; run * width < values.length; run++)
    text += `${[cell, ...settings, first + run, ...values.subarray(run * width, (run + 1) * width)].join(',')}\n`
  return text
}

/**
 * The rows of each cell in a file that `csvHead` and `csvRows` wrote, perhaps cut off: what `runExperiment` takes as
 * `done`. Throws a RangeError for a file of another experiment or with a gap.
 */
export function csvDone(model: Model, experiment: Experiment, text: string): Float64Array[] {
  if (!text.startsWith(csvHead(model, experiment)))
    throw new RangeError('The columns of this file are not those of the experiment.')
  const width = model.measures.length
  const done: number[][] = experiment.cells.map(() => [])
  // A line without its end was cut off.
  for (const line of text
    .slice(text.indexOf('\n') + 1, text.lastIndexOf('\n') + 1)
    .split('\n')
    .slice(0, -1)) {
    const parts = line.split(',')
    const rows = done[Number(parts[0])]
    if (!rows || Number(parts.at(-width - 1)) * width !== rows.length)
      throw new RangeError(`The line "${line}" does not follow those before it.`)
    rows.push(...parts.slice(-width).map(Number))
  }
  return done.map((rows) => Float64Array.from(rows))
}
