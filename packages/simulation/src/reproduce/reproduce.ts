import type { Crew } from '../experiment/crew.ts'
import { exactly } from '../experiment/experiment.ts'
import { runExperiment } from '../experiment/run.ts'
import { studies } from './studies.ts'
import { type Budget, Found, type Line, type Study } from './study.ts'

export interface ReproduceOptions {
  readonly crew: Crew
  readonly budget: Budget
  readonly seed?: number
  /** Hears of each study's lines as soon as they are there. */
  readonly onStudy?: (study: Study, lines: readonly Line[]) => void
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
    const { settings, cells, runs } = study
    const batch = Math.max(10, Math.ceil(runs[budget] / 20))
    const results = await runExperiment(
      study.model,
      { settings, cells, seed, runs: exactly(runs[budget], batch) },
      { crew, ...(signal && { signal }), onChunk: (_, { runs: done }) => onProgress?.(before + done, all) },
    )
    if (signal?.aborted) break
    before += cells.length * runs[budget]
    const checked = study.check(new Found(study, results))
    lines.push(...checked)
    onStudy?.(study, checked)
  }
  return lines
}
