/** Sample variance; nothing below two numbers. */
export function variance(numbers: readonly number[]): number | undefined {
  if (numbers.length < 2) return undefined
  const mean = meanOf(numbers)
  return numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (numbers.length - 1)
}

export const meanOf = (numbers: readonly number[]): number => numbers.reduce((sum, x) => sum + x, 0) / numbers.length

/**
 * r_wg(j): how far the answers of a group to the `j` questions of a scale agree, against answers that chance spreads evenly over
 * `steps` steps. 1 is full agreement, 0 none; where answers lie further apart than chance would have them it is 0, as LeBreton and
 * Senter (2008) advise.
 *
 *   r_wg(j) = j (1 - s²/σ²) / (j (1 - s²/σ²) + s²/σ²)   with s² the mean variance of the questions, σ² = (steps² - 1) / 12
 *
 * `answers`: one row for each person, one column for each question. Nothing below two people.
 * James, Demaree & Wolf (1984), Journal of Applied Psychology 69(1), 85-98, equation 2.
 */
export function withinGroupAgreement(answers: readonly (readonly number[])[], steps: number): number | undefined {
  const questions = answers[0]?.length ?? 0
  if (answers.length < 2 || questions === 0) return undefined
  const variances = Array.from({ length: questions }, (_, at) => variance(answers.map((row) => row[at]!))!)
  const ratio = meanOf(variances) / ((steps ** 2 - 1) / 12)
  if (ratio >= 1) return 0
  return (questions * (1 - ratio)) / (questions * (1 - ratio) + ratio)
}

/**
 * ICC(1): which share of the differences between people lies between their groups, from a one-way analysis of variance.
 *
 *   (MSB - MSW) / (MSB + (k - 1) MSW)   with k the size of a group; unequal ones by (N - Σn²/N) / (G - 1)
 *
 * `groups`: the scores of each group's people. Nothing below two groups, or where nobody differs from anybody.
 * Shrout & Fleiss (1979), Psychological Bulletin 86(2), 420-428; Bliese (2000) for groups of unequal size.
 */
export function intraclass(groups: readonly (readonly number[])[]): number | undefined {
  const given = groups.filter((group) => group.length > 0)
  const people = given.reduce((sum, { length }) => sum + length, 0)
  if (given.length < 2 || people <= given.length) return undefined
  const all = meanOf(given.flat())
  const between = given.reduce((sum, group) => sum + group.length * (meanOf(group) - all) ** 2, 0) / (given.length - 1)
  const within =
    given.reduce((sum, group) => sum + group.reduce((inner, x) => inner + (x - meanOf(group)) ** 2, 0), 0) /
    (people - given.length)
  const size = (people - given.reduce((sum, { length }) => sum + length ** 2, 0) / people) / (given.length - 1)
  const whole = between + (size - 1) * within
  return whole === 0 ? undefined : (between - within) / whole
}

/** The 97.5 % point of the normal distribution. */
const z = 1.959964

/** The 97.5 % point of Student's t, by the expansion of Abramowitz & Stegun (1964), 26.7.5; from 4 degrees of freedom on. */
export function studentPoint(freedom: number): number {
  const g1 = (z ** 3 + z) / 4
  const g2 = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96
  const g3 = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384
  const g4 = (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160
  return z + g1 / freedom + g2 / freedom ** 2 + g3 / freedom ** 3 + g4 / freedom ** 4
}

/** A mean with its 95 % interval by Student's t; nothing below five numbers. */
export function meanWithInterval(numbers: readonly number[]): { value: number; low: number; high: number } | undefined {
  if (numbers.length < 5) return undefined
  const value = meanOf(numbers)
  const reach = studentPoint(numbers.length - 1) * Math.sqrt(variance(numbers)! / numbers.length)
  return { value, low: value - reach, high: value + reach }
}
