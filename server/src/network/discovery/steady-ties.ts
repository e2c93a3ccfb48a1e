import { enough, rounded } from '#platform/few.ts'

/** Figures of a pair of units as they are published. */
export interface PublishedTie {
  oneId: string
  otherId: string
  observed: number
  expected: number
  people: number
  /** How many of the ties may touch four people: never shown. */
  most: number
}

export type KeptTie = PublishedTie & { repeats: boolean }

const keyOf = ({ oneId, otherId }: PublishedTie) => `${oneId} ${otherId}`

/** Half of the last digit that rounding keeps. */
const slack = (observed: number) => (observed < 100 ? 0 : 10 ** (Math.floor(Math.log10(observed)) - 1) / 2)

type Counted = Pick<PublishedTie, 'observed' | 'most'>

/** Whether fewer than five people could make the difference, be it that they went, came, or did something else. */
export const mayBeOfFew = (now: Counted, before: Counted): boolean =>
  Math.abs(now.observed - before.observed) <= Math.max(now.most, before.most) + slack(before.observed)

/**
 * What is published of pairs of units, knowing every figure that was published of them before (`earlier`, the latest
 * first): the same again while fewer than five people could make the difference. Then no two figures of a pair tell
 * of one who withdrew, of one source that few are in, or of a window in which one person wrote more. A pair with fewer
 * than five people on either side is not published, and one that just fell below stays as it was. Only pairs of units
 * that are in the chart (`known`) stay.
 */
export function steadyTies(
  now: readonly PublishedTie[],
  earlier: readonly PublishedTie[],
  known: ReadonlySet<string>,
): KeptTie[] {
  const before = Map.groupBy(earlier, keyOf)
  const kept = now.flatMap((row): KeptTie[] => {
    const near = before.get(keyOf(row))?.find((one) => mayBeOfFew(row, one))
    if (near) return [{ ...near, repeats: true }]
    if (!enough(row.people)) return []
    return [{ ...row, observed: rounded(row.observed), expected: rounded(row.expected), repeats: false }]
  })
  const there = new Set(now.map(keyOf))
  const none = { observed: 0, most: 0 }
  const gone = [...before].flatMap(([key, rows]): KeptTie[] => {
    const near = there.has(key) ? undefined : rows.find((row) => mayBeOfFew(none, row))
    return near && known.has(near.oneId) && known.has(near.otherId) ? [{ ...near, repeats: true }] : []
  })
  return [...kept, ...gone]
}
