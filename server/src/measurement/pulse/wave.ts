import type { PulseTheme } from '@mortar/contract/measurement-pulse'

/** One round of questions, of a community or of the whole organization (null). */
export interface Wave {
  id: string
  communityId: string | null
  themes: PulseTheme[]
  openedOn: string
  closesOn: string
  state: 'open' | 'closed'
  closedOn: string | null
  result: Result | null
}

export interface ThemeResult {
  theme: PulseTheme
  state: 'group' | 'people' | 'apart' | 'few'
  agreement?: number
  icc?: { value: number; groups: number }
  mean?: number
  low?: number
  high?: number
}

/** What was published when a wave closed. */
export interface Result {
  /** In fives, rounded down. */
  answered: number
  lost: number
  themes: ThemeResult[]
}

/** Days from the opening of one wave to the next of the same people: attention is scarce. */
export const pause = 28
/** Days that a wave is open. */
export const shortest = 3
export const longest = 42

const day = 86_400_000
export const dayAfter = (from: string, days: number): string =>
  new Date(Date.parse(from) + days * day).toISOString().slice(0, 10)

export const today = (): string => new Date().toISOString().slice(0, 10)

/** The first day on which the next wave may be opened, after the one opened last. */
export const mayOpenFrom = (last: Pick<Wave, 'openedOn'> | undefined): string | undefined =>
  last && dayAfter(last.openedOn, pause)

export const lastsRightly = (from: string, closes: string): boolean =>
  closes >= dayAfter(from, shortest) && closes <= dayAfter(from, longest)

export const isDue = ({ state, closesOn }: Pick<Wave, 'state' | 'closesOn'>, on: string): boolean =>
  state === 'open' && closesOn < on

/** How many answered, as it is told: in fives, rounded down. */
export const inFives = (people: number): number => people - (people % 5)
