import type { Plan, Result } from '@mortar/contract/lab'
import { cellCount, type Model } from '@mortar/simulation'
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
