import type { Plan, Result } from '@mortar/contract/lab'
import { cellCount, type Experiment, type Model, type Results } from '@mortar/simulation'
import { refuse } from './refusals.ts'

/** Refuses figures that are not of this plan: as many cells, and the measures of the model, one figure each. */
export function checkResult(model: Model, { design }: Plan, { version, measures, cells }: Result): void {
  if (version > model.version) throw refuse.invalid('resultNewer', { version, now: model.version })
  const known = new Set(model.measures.map(({ name }) => name))
  const fits =
    cells.length === cellCount(design) &&
    cells.every(({ means, halfWidths }) => means.length === measures.length && halfWidths.length === measures.length) &&
    measures.every((name) => known.has(name))
  if (!fits) throw refuse.invalid('resultOther')
}

/** Means and intervals of every measure in every cell, with the digest of all values. */
export function resultOf(model: Model, { cells }: Experiment, results: Results): Result {
  const measures = model.measures.map(({ name }) => name)
  return {
    version: model.version,
    digest: results.digest(),
    measures,
    cells: cells.map((_, cell) => {
      const found = measures.map((name) => results.summary(cell, name))
      return {
        runs: found[0]?.runs ?? 0,
        means: found.map(({ mean }) => told(mean)),
        halfWidths: found.map(({ halfWidth }) => told(halfWidth)),
      }
    }),
  }
}

const told = (value: number) => (Number.isFinite(value) ? value : null)
