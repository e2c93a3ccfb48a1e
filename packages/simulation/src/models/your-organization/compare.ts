import type { Cell } from '../../experiment/design.ts'
import type { Results } from '../../experiment/results.ts'
import { contest, tallyOf, Z95 } from '../../experiment/statistics.ts'
import type { Measure } from '../../model.ts'
import type { Intervention } from './interventions/intervention.ts'
import { organizationMeasures } from './measures.ts'

/** Two-sided 95% of Student's distribution with 1, 2 … 30 degrees of freedom; close to the normal one beyond. */
const T95 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11,
  2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
]

/** What an intervention changes in one measure, on the same problems with the same luck. */
export interface Outcome {
  readonly measure: Measure
  readonly present: number
  readonly after: number
  readonly difference: number
  /** Half of its 95% interval, by Student's distribution over the replications. */
  readonly halfWidth: number
  readonly runs: number
  /** `unclear` where the interval holds 0; `other` where it does not and neither way is better. */
  readonly verdict: 'better' | 'worse' | 'other' | 'unclear'
}

/** The cells of an experiment: the present first, then each plan. */
export const presentAnd = (plans: readonly (readonly Intervention[])[]): Cell[] => [
  { interventions: [] },
  ...plans.map((interventions) => ({ interventions })),
]

/**
 * What the plan in this cell changes, measure by measure. What is not told of either (groups of fewer than five people)
 * is left out. Throws a RangeError unless both have the same runs.
 */
export function comparedToPresent(results: Results, plan: number): Outcome[] {
  return organizationMeasures.flatMap(({ name, meaning, unit, better }) => {
    const [present, after] = [results.values(0, name), results.values(plan, name)]
    const found = contest(after, present)
    if (!(found.difference === found.difference) || found.pairs < 2) return []
    const halfWidth = (found.halfWidth / Z95) * (T95[found.pairs - 2] ?? Z95)
    const { difference } = found
    return {
      measure: { name, meaning, unit, better },
      present: tallyOf(present).mean,
      after: tallyOf(after).mean,
      difference,
      halfWidth,
      runs: found.pairs,
      verdict: verdictOn(difference, halfWidth, better),
    }
  })
}

function verdictOn(difference: number, halfWidth: number, better: Measure['better']): Outcome['verdict'] {
  if (Math.abs(difference) <= halfWidth) return 'unclear'
  if (better === 'neither') return 'other'
  return difference > 0 === (better === 'higher') ? 'better' : 'worse'
}
