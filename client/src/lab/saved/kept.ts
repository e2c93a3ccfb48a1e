import { type Growing, type GrowingCell, resting } from '../run/growing.ts'
import type { Saved } from './saved.ts'

/** The numbers that were kept with an experiment, as if they had just come in: ends without the way to them. */
export function keptGrowing(kept: Saved['result']): Growing {
  const cells: GrowingCell[] = (kept?.cells ?? []).map(({ runs, means, halfWidths }) => ({
    runs,
    ends: Object.fromEntries(
      kept!.measures.map((name, at) => [name, { mean: means[at] ?? NaN, halfWidth: halfWidths[at] ?? NaN }]),
    ),
    curves: {},
  }))
  return { ...resting, runs: cells.reduce((sum, { runs }) => sum + runs, 0), cells }
}
