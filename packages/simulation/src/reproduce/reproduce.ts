import type { Crew } from '../experiment/crew.ts'
import { exactly } from '../experiment/experiment.ts'
import { runExperiment } from '../experiment/run.ts'
import type { Figure } from './figure.ts'
import { studies } from './studies.ts'
import { type Budget, Found, type Line, type Study } from './study.ts'

export interface ReproduceOptions {
  readonly crew: Crew
  readonly budget: Budget
  readonly seed?: number
  /** Hears of each study's lines and pictures as soon as they are there. */
  readonly onStudy?: (study: Study, lines: readonly Line[], figures: readonly Figure[]) => void
  /** Runs done, of all studies together. */
  readonly onProgress?: (done: number, of: number) => void
  readonly signal?: { readonly aborted: boolean }
}

/** The studies of one model, or all. Throws a RangeError for a model of which none is published here. */
export function studiesOf(model?: string): Study[] {
  const found = studies.filter((study) => model === undefined || study.model.name === model)
  if (found.length === 0) {
    const known = [...new Set(studies.map((study) => study.model.name))].join(', ')
    throw new RangeError(`Nothing published is here for ${model}; there is for ${known}.`)
  }
  return found
}

/** Runs the published experiments of one model, or of all, and lays ours beside the published numbers. */
export async function reproduce(
  model: string | undefined,
  { crew, budget, seed = 1991, onStudy, onProgress, signal }: ReproduceOptions,
): Promise<Line[]> {
  const asked = studiesOf(model)
  const all = asked.reduce((sum, study) => sum + study.cells.length * study.runs[budget], 0)
  const lines: Line[] = []
  let before = 0
  for (const study of asked) {
    const onRuns = (done: number) => onProgress?.(before + done, all)
    const reproduced = await reproduceStudy(study, { crew, budget, seed, onRuns, ...(signal && { signal }) })
    if (!reproduced) break
    before += study.cells.length * study.runs[budget]
    lines.push(...reproduced.lines)
    onStudy?.(study, reproduced.lines, reproduced.figures)
  }
  return lines
}

export interface StudyOptions extends Pick<ReproduceOptions, 'crew' | 'budget' | 'seed' | 'signal'> {
  /** Runs done of this study. */
  readonly onRuns?: (done: number) => void
}

/** One study: its lines and its pictures. Nothing if it was aborted. */
export async function reproduceStudy(
  study: Study,
  { crew, budget, seed = 1991, onRuns, signal }: StudyOptions,
): Promise<{ lines: Line[]; figures: Figure[] } | undefined> {
  const { settings, cells, runs } = study
  const batch = Math.max(10, Math.ceil(runs[budget] / 20))
  const results = await runExperiment(
    study.model,
    { settings, cells, seed, runs: exactly(runs[budget], batch) },
    { crew, ...(signal && { signal }), onChunk: (_, { runs: done }) => onRuns?.(done) },
  )
  if (signal?.aborted) return undefined
  const found = new Found(study, results)
  return { lines: study.check(found), figures: study.figures?.(found) ?? [] }
}
