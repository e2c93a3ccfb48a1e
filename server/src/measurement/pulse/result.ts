import type { PulseTheme } from '@mortar/contract/measurement-pulse'
import { enough, rounded } from '#platform/few.ts'
import { intraclass, meanOf, meanWithInterval, withinGroupAgreement } from '../mathematics/agreement.ts'
import { steps, turned } from './questions.ts'
import type { ThemeResult } from './wave.ts'

export type Given = { readonly [theme in PulseTheme]?: readonly number[] }

/** From here on a group may be spoken of as one (James, Demaree & Wolf 1984; Bliese 2000, as Edmondson's scale is used). */
export const leastAgreement = 0.7
export const leastBetween = 0.1

const rowsOf = (theme: PulseTheme, answers: readonly Given[]) =>
  answers.flatMap((answer) => (answer[theme] ? [turned(theme, answer[theme])] : []))

/** Each person's mean over the questions of a theme. */
export const scoresOf = (theme: PulseTheme, answers: readonly Given[]): number[] => rowsOf(theme, answers).map(meanOf)

/**
 * What may be said of one theme. `others`: the scores of other communities that were asked the same within a year. How far
 * answers agree comes first: below .70 there is no mean, since it would speak for nobody.
 */
export function themeResult(
  theme: PulseTheme,
  answers: readonly Given[],
  others: readonly (readonly number[])[],
): ThemeResult {
  const rows = rowsOf(theme, answers)
  if (!enough(rows.length)) return { theme, state: 'few' }
  const agreement = withinGroupAgreement(rows, steps)!
  const scores = rows.map(meanOf)
  const groups = [scores, ...others.filter(({ length }) => enough(length))]
  const between = intraclass(groups)
  const said = {
    theme,
    agreement: rounded(agreement),
    ...(between !== undefined && { icc: { value: rounded(between), groups: groups.length } }),
  }
  if (agreement <= leastAgreement) return { ...said, state: 'apart' }
  const { value, low, high } = meanWithInterval(scores)!
  return {
    ...said,
    state: between !== undefined && between > leastBetween ? 'group' : 'people',
    mean: rounded(value),
    low: rounded(Math.max(1, low)),
    high: rounded(Math.min(steps, high)),
  }
}
