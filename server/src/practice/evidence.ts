import type { EvidenceRule } from '@mortar/contract/community'
import type { EvidenceState } from '@mortar/contract/practice'

/** How many applications there are, by how many people, in how many units, and how many of them worked. */
export interface Tally {
  applications: number
  people: number
  units: number
  worked: number
}

/** Whether evidence proposes a validation. People decide. */
export function judge(tally: Tally, rule: EvidenceRule): EvidenceState {
  const workedShare = tally.applications === 0 ? 0 : tally.worked / tally.applications
  const enough = {
    applications: tally.applications >= rule.applications,
    people: tally.people >= rule.people,
    units: tally.units >= rule.units,
    // Two thirds written as 0.6667 are two thirds.
    workedShare: tally.applications > 0 && workedShare >= rule.workedShare - 0.0005,
  }
  const proposes = Object.values(enough).every(Boolean)
  return { applications: tally.applications, units: tally.units, workedShare, enough, proposes }
}

const day = 86_400_000

/**
 * How much a verification is still worth for ranking: whole until the review is due,
 * then half after one more interval and never less. The schema holds the same rule for SQL.
 */
export function freshness({ reviewAt, verifyDays }: { reviewAt: Date | null; verifyDays: number }, now: Date): number {
  if (!reviewAt) return 1
  const late = (now.getTime() - reviewAt.getTime()) / (Math.max(verifyDays, 1) * day)
  return Math.max(0.5, Math.min(1, 0.5 ** late))
}

export const nextReview = (from: Date, days: number) => new Date(from.getTime() + days * day)
