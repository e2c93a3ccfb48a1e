/** Why something that was read makes no tie, where that is seen without knowing anybody. */
export const leavings = ['badTime', 'noFrom', 'noTo', 'unreadable', 'cut'] as const
export type Leaving = (typeof leavings)[number]

/**
 * What is taken out of an export: who, with whom, when; never what was said. Moments are milliseconds since 1970, in UTC.
 * Each is one row of what was read, save for a `work` that goes on the one before.
 */
export type Trace =
  | { kind: 'message'; from: string; to: string[]; at: number }
  /** Those who met, and each time that they did. */
  | { kind: 'meeting'; people: string[]; at: number[] }
  /** Somebody changed things that have a path or a name. `more`: the same change, told in several parts. */
  | { kind: 'work'; by: string; name: string; on: string[]; at: number; more?: boolean }
  /** Rows that tie nobody, and of which there is nothing to say. */
  | { kind: 'passed'; count: number }
  | { kind: 'left'; why: Leaving }

export type Take = (trace: Trace) => void

/** Exports that are read here; anything else is taken for a table. */
export const forms = ['mail', 'calendar', 'slack', 'mattermost', 'git'] as const
export type Form = (typeof forms)[number]

export interface Around {
  take: Take
  /** Told after each piece how many bytes of the file were read; may throw to stop. */
  at(byte: number): void
  /** Mails and meetings that were met: one set for all files that belong together, since they lie in several. */
  seen: Seen
}

export type Seen = Pick<Set<string>, 'has' | 'size'> & { add(id: string): unknown }

export const passed: Trace = { kind: 'passed', count: 1 }
export const left = (why: Leaving): Trace => ({ kind: 'left', why })

const mostSeen = 5_000_000

/** Whether something was met before; without an id nothing was. */
export function isAgain(seen: Seen, id: string | undefined): boolean {
  if (!id) return false
  if (seen.has(id)) return true
  if (seen.size < mostSeen) seen.add(id)
  return false
}
