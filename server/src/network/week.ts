const day = 86_400_000
/** The first Monday that weeks are counted from. */
const monday = 4 * day

/** The week of a moment: weeks since 5 January 1970, which was a Monday. */
export const weekOf = (at: Date | number): number => Math.floor((Number(at) - monday) / (7 * day))

/** When a week begins. */
export const beginOf = (week: number): Date => new Date(week * 7 * day + monday)

/** How many days ago the middle of a week was; nothing is in the future. */
export const ageOf = (week: number, now: Date): number =>
  Math.max(0, (now.getTime() - beginOf(week).getTime()) / day - 3.5)
