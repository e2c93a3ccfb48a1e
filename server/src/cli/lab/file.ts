import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { Failure } from '#platform/failure.ts'
import {
  type Chunk,
  csvDone,
  csvHead,
  csvRows,
  type Experiment,
  type Manifest,
  type Model,
  sameResults,
} from '@mortar/simulation'

/** Results on disk as they come: lines of CSV, and beside them the manifest that says how they came about. */
export interface ResultFile {
  /** What an earlier session left, cell by cell. */
  readonly done: Float64Array[]
  append(chunk: Chunk): void
}

export const manifestBeside = (file: string) => file.replace(/(\.csv)?$/, '.manifest.json')

/** Begins a file, or goes on with one of the same manifest; refuses any other that is there. */
export function openResults(file: string, model: Model, experiment: Experiment, manifest: Manifest): ResultFile {
  const beside = manifestBeside(file)
  const done = existsSync(file) ? leftIn(file, beside, model, experiment, manifest) : []
  writeFileSync(beside, `${JSON.stringify(manifest, null, 2)}\n`)
  // Written anew in whole batches: an interruption may have cut off the last line.
  const width = model.measures.length * experiment.runs.batch
  const whole = done.map((values) => values.slice(0, Math.floor(values.length / width) * width))
  const rows = whole.map((values, cell) => csvRows(model, experiment, { cell, first: 0, values }))
  writeFileSync(file, [csvHead(model, experiment), ...rows].join(''))
  return { done: whole, append: (chunk) => appendFileSync(file, csvRows(model, experiment, chunk)) }
}

function leftIn(
  file: string,
  beside: string,
  model: Model,
  experiment: Experiment,
  manifest: Manifest,
): Float64Array[] {
  let other = 'something else'
  try {
    const earlier = JSON.parse(readFileSync(beside, 'utf8')) as Manifest
    if (sameResults(earlier, manifest)) return csvDone(model, experiment, readFileSync(file, 'utf8'))
    other = `another experiment (${differing(earlier, manifest).join(', ')})`
  } catch {
    // Not ours, or not whole: refused below.
  }
  throw new Failure(`${file} is there already and holds ${other}. Name another file, or move it away.`, 'refused')
}

const differing = (one: Manifest, other: Manifest) =>
  (['model', 'version', 'settings', 'cells', 'seed', 'runs'] as const)
    .filter((part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]))
    .map((part) => (part === 'cells' ? 'other ranges' : part === 'version' ? 'another version' : `other ${part}`))
