import type {
  DiscoverySettings,
  DiscoveryState,
  DiscoveryStep,
  DiscoverySummary,
  FoundEvidence,
  Likeness,
} from '@mortar/contract/network-discovery'
import type { Note } from './compute/outcome.ts'

/** One computation over ties and chart, kept with its settings. */
export interface Run {
  id: string
  byId: string | null
  at: Date
  scheduled: boolean
  settings: DiscoverySettings
  state: DiscoveryState
  progress: { step: DiscoveryStep; share: number; seconds: number } | null
  /** With how many of its ties four people may have at most, which is shown to nobody. */
  summary: (DiscoverySummary & { notes: Note[]; mostTies?: number }) | null
  failure: { key: string; params: Record<string, unknown> } | null
  finishedAt: Date | null
}

/** What a run found as a whole, without what is for nobody to see. */
export function shownSummary(summary: NonNullable<Run['summary']>): DiscoverySummary {
  const { notes: _, mostTies: __, ...shown } = summary
  return shown
}

/** What is kept of a community found: only what may be shown. */
export interface StoredEvidence extends FoundEvidence {
  /** Units that may be named. */
  unitIds: string[]
}

export interface FoundCommunity {
  id: string
  runId: string
  number: number
  people: number
  units: number
  evidence: StoredEvidence
  described: boolean
  figuresOf: string | null
  words: string[]
  knownId: string | null
  likeness: Likeness | null
  change: 'born' | 'stayed' | 'grown' | 'shrunk' | 'split' | 'merged' | null
}

/** How somebody stands to what was found. */
export interface Standing {
  /** Of the knowledge office, or answers for a unit. */
  overview: boolean
  office: boolean
}

/** Who has the overview sees what may be described; who is in it sees it in any case, without what would name others. */
export const maySeeFound = (found: Pick<FoundCommunity, 'described'>, who: Standing, isIn: boolean): boolean =>
  isIn || (who.overview && found.described)

const day = 86_400_000

/** The last Sunday before a moment: weeks that are not over do not count. */
export const lastSunday = (now: Date): string => {
  const sunday = new Date(now.getTime() - (now.getUTCDay() || 7) * day)
  return sunday.toISOString().slice(0, 10)
}

/** The Monday fifty-two weeks before the end of a window. */
export const yearBefore = (to: string): string =>
  new Date(Date.parse(to) - (52 * 7 - 1) * day).toISOString().slice(0, 10)

/** The days of a window as moments: from the first instant to the last. */
export const windowOf = ({ from, to }: Pick<DiscoverySettings, 'from' | 'to'>) => ({
  from: new Date(from),
  to: new Date(Date.parse(to) + day - 1),
})

/** Four parts of a window, of whole weeks. */
export function partsOfWindow({ from, to }: Pick<DiscoverySettings, 'from' | 'to'>): { from: string; to: string }[] {
  const weeks = Math.max(1, Math.round((Date.parse(to) + day - Date.parse(from)) / (7 * day)))
  const parts = Math.min(4, weeks)
  const edge = (nth: number) => Date.parse(from) + Math.floor((weeks * nth) / parts) * 7 * day
  const text = (time: number) => new Date(time).toISOString().slice(0, 10)
  return Array.from({ length: parts }, (_, nth) => ({
    from: text(edge(nth)),
    to: nth === parts - 1 ? to : text(edge(nth + 1) - day),
  }))
}

const months = { monthly: 1, quarterly: 3 } as const

/** Whether a run is due, by the schedule and when the last one began. */
export function isDue(every: 'never' | 'monthly' | 'quarterly', last: Date | undefined, now: Date): boolean {
  if (every === 'never') return false
  if (!last) return true
  const next = new Date(last)
  next.setUTCMonth(next.getUTCMonth() + months[every])
  return next <= now
}
