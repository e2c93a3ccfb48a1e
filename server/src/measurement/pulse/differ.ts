import { apart, enough, mayDiffer } from '#platform/few.ts'

/**
 * How many answers, drawn by chance, are to be left out of a wave, so that at least five people differ between it and each
 * earlier wave that asked the same: else whoever knows that one person came or went would read that person's answer from
 * the difference of two means. Nothing where fewer than five answers would be left.
 *
 * With `gone` and `come` people between two waves, of whom 1 to 4 in all: each answer left out may be that of somebody who
 * came, so 5 - gone + come are needed.
 */
export function leftOut(now: ReadonlySet<string>, earlier: readonly ReadonlySet<string>[]): number | undefined {
  let most = 0
  for (const before of earlier) {
    const differ = apart(before, now)
    if (mayDiffer(differ)) continue
    const come = [...now].filter((mark) => !before.has(mark)).length
    most = Math.max(most, 5 - (differ - come) + come)
  }
  return enough(now.size - most) ? most : undefined
}
