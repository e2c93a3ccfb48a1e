import { type Chance, chance, idOf } from './random.ts'
import { type Language, language } from './words.ts'

/** How many of everything, and the chance that decides about each. */
export interface World {
  people: number
  units: number
  communities: number
  topicsEach: number
  inquiries: number
  contributions: number
  practices: number
  applications: number
  signedIn: number
  seed: number
  own: Chance
  speak: Language
}

export const worldOf = (scale: number, seed: number): World => {
  const share = (whole: number, least: number) => Math.max(least, Math.round(whole * scale))
  return {
    people: share(100_000, 200),
    units: share(11_000, 30),
    communities: share(500, 5),
    topicsEach: 8,
    inquiries: share(200_000, 100),
    contributions: share(800_000, 400),
    practices: share(20_000, 50),
    applications: share(100_000, 100),
    signedIn: Math.min(1000, share(100_000, 200)),
    seed,
    own: chance(seed),
    speak: language(seed),
  }
}

const kinds = [
  'person',
  'unit',
  'community',
  'topic',
  'inquiry',
  'contribution',
  'practice',
  'occupation',
  'account',
] as const
export const id = (kind: (typeof kinds)[number], number: number) => idOf(kinds.indexOf(kind) + 1, number)

const day = 86_400_000
/** The end of the time that the rows tell of: the start of the day on which they are written. */
export const today = new Date(Math.floor(Date.now() / day) * day)
export const daysAgo = (days: number) => new Date(today.getTime() - days * day)
export const dateOf = (at: Date) => at.toISOString().slice(0, 10)

export type Visibility = 'open' | 'by_request' | 'private'
export const visibilityOf = (community: number): Visibility =>
  community % 10 === 9 ? 'private' : community % 10 > 6 ? 'by_request' : 'open'
