import type { Cycle } from '@mortar/contract/measurement-value'

/** What a community did for somebody, told by themselves. A cycle that was not reached is empty. */
export interface Story {
  id: string
  communityId: string
  title: string
  immediate: string
  potential: string
  applied: string
  realized: string
  transformative: string
  evidence: string
  practiceId: string | null
  unitId: string | null
  applicationId: string | null
  imperativeId: string | null
  indicators: string[]
  byId: string | null
  at: Date
  changedAt: Date | null
  withdrawnAt: Date | null
  hiddenAt: Date | null
}

export const cycles: readonly Cycle[] = ['immediate', 'potential', 'applied', 'realized', 'transformative']

/** The cycles that a story goes through. */
export const cyclesOf = (story: Pick<Story, Cycle>): Cycle[] => cycles.filter((cycle) => story[cycle] !== '')

export interface Standing {
  author: boolean
  keepsOrder: boolean
}

/** Whoever told it may read it after taking it back, too; a hidden one they and who keeps order. */
export const mayRead = (
  { withdrawnAt, hiddenAt }: Pick<Story, 'withdrawnAt' | 'hiddenAt'>,
  { author, keepsOrder }: Standing,
): boolean => author || (withdrawnAt === null && (hiddenAt === null || keepsOrder))

export interface Counted {
  indicator: string | null
  stories: number
  cycles: Record<Cycle, number>
}

/**
 * How many stories that explain an indicator go through each cycle. Stories are counted, never their worth; one linked to
 * two indicators stands in both rows, one linked to none in the last.
 */
export function matrixOf(stories: readonly (Pick<Story, Cycle> & { indicators: readonly string[] })[]): Counted[] {
  const rows = new Map<string | null, Counted>()
  for (const story of stories) {
    for (const indicator of story.indicators.length > 0 ? story.indicators : [null]) {
      const row = rows.get(indicator) ?? { indicator, stories: 0, cycles: none() }
      row.stories++
      for (const cycle of cyclesOf(story)) row.cycles[cycle]++
      rows.set(indicator, row)
    }
  }
  return [...rows.values()].toSorted(
    (a, b) => Number(a.indicator === null) - Number(b.indicator === null) || b.stories - a.stories,
  )
}

const none = (): Record<Cycle, number> => ({ immediate: 0, potential: 0, applied: 0, realized: 0, transformative: 0 })
