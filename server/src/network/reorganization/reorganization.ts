import type { GroupFate, ReorganizationOutcome, ReorganizationSettings } from '@mortar/contract/network-reorganization'

export interface Reorganization {
  id: string
  byId: string | null
  at: Date
  settings: ReorganizationSettings & { planned: string | null }
  state: 'waiting' | 'running' | 'done' | 'failed' | 'stopped'
  outcome: StoredOutcome | null
  failure: { key: string; params: Record<string, unknown> } | null
}

type Fate = Omit<ReorganizationOutcome['found'][number], 'id' | 'number' | 'words'>

/** What is kept: figures as they may be shown; communities and what was found by their ids. */
export type StoredOutcome = Omit<ReorganizationOutcome, 'communities' | 'found'> & {
  communities: (Fate & { id: string })[]
  found: (Fate & { id: string })[]
}

/** The unit of everybody with ties, by the two charts that were held against each other. */
export type Charts = [before: Record<string, string>, after: Record<string, string>]

interface Spread {
  moved: number
  before: number
  after: number
  /** A unit of the new chart holds half of both in common. */
  unit: boolean
}

/** What becomes of a group. A community lives between units: where it becomes one, that is told first. */
export function fateOf({ moved, before, after, unit }: Spread): GroupFate {
  if (moved === 0) return 'same'
  if (moved < 5) return 'few'
  if (unit) return 'unit'
  if (after > before) return 'cut'
  return after < before ? 'gathered' : 'shifted'
}
