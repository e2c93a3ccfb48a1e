import type { Result } from '@mortar/contract/lab'

export type Verdict = 'none' | 'kept' | 'waiting' | 'same' | 'version' | 'other'

/** How the numbers that were kept stand to those of now; `still` where no replay is under way. */
export function verdictOf(kept: Result | null, now: Result | undefined, version: number, still = false): Verdict {
  if (!kept) return 'none'
  if (!now) return still ? 'kept' : 'waiting'
  if (kept.digest === now.digest) return 'same'
  return kept.version === version ? 'other' : 'version'
}
