const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** How often a feed is read when nobody says otherwise, and the bounds of what its host may ask for; in seconds. */
export const usual = 2 * hour
const oftenest = 30 * minute
const seldomest = day

/** A feed that failed so many times in a row is given up; with the pauses between, that is about three weeks. */
export const mostFailures = 25

const within = (seconds: number) => Math.min(Math.max(seconds, oftenest), seldomest)

/** Spreads what would otherwise come at once: a fifth sooner or later. `chance` is from 0 to 1. */
const spread = (seconds: number, chance: number) => Math.round(seconds * (0.8 + 0.4 * chance))

/** Seconds until the next reading: as the feed and its host ask, within bounds. */
export const pauseAfterReading = (asked: (number | null)[], chance: number): number =>
  spread(within(Math.max(usual, ...asked.map((seconds) => seconds ?? 0))), chance)

/** Seconds until the next attempt: twice as long after each failure, and never sooner than the host asks. */
export const pauseAfterFailure = (failures: number, retryAfter: number | null, chance: number): number =>
  Math.max(
    spread(Math.min(oftenest * 2 ** Math.min(failures - 1, 10), seldomest), chance),
    Math.min(retryAfter ?? 0, 7 * day),
  )

/** Seconds that a reply may be kept, as `Cache-Control` says. */
export function maxAgeOf(header: string | undefined): number | null {
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(header ?? '')?.[1]
  return seconds === undefined ? null : Number(seconds)
}

/** Seconds to wait, as `Retry-After` says: so many, or until a moment. */
export function retryAfterOf(header: string | undefined, now: Date): number | null {
  if (!header) return null
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header)
  const moment = Date.parse(header)
  return Number.isNaN(moment) ? null : Math.max(0, Math.round((moment - now.getTime()) / 1000))
}
