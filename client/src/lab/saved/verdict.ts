import type { Result } from '@mortar/contract/lab'

export type Verdict = 'none' | 'waiting' | 'same' | 'version' | 'other'

/** How the numbers that were kept stand to those of now. */
export function verdictOf(kept: Result | null, now: Result | undefined, version: number): Verdict {
  if (!kept) return 'none'
  if (!now) return 'waiting'
  if (kept.digest === now.digest) return 'same'
  return kept.version === version ? 'other' : 'version'
}
