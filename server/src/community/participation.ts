import type { Community } from './community.ts'
import type { HeadRow } from './queries/communities.ts'

/** How members take part, by the weeks of the last thirteen in which they did something. Reading is participation too. */
export interface Participation {
  /** Active in at least six of the last thirteen weeks. */
  core: number
  /** Active in one to five of them. */
  active: number
  /** All others: they read, and that counts. */
  peripheral: number
}

/** Members who did nothing lately are what is left. */
export const participationOf = (
  { people }: Pick<Community, 'people'>,
  { core, active }: Pick<HeadRow, 'core' | 'active'>,
) => ({
  ...showable({ core, active, peripheral: people - core - active }),
  members: people,
})

export type Shown = { [K in keyof Participation]: number | null }

const fewest = 5

/**
 * Groups of fewer than five are not shown. The number of members is known, so what is hidden could be computed from
 * what is shown: the smallest groups are hidden until at least five people are behind the hidden ones together.
 */
export function showable(groups: Participation): Shown {
  const bySize = (Object.entries(groups) as [keyof Participation, number][]).sort(([, a], [, b]) => a - b)
  const hidden = new Set<keyof Participation>()
  let behind = 0
  for (const [name, size] of bySize) {
    if (size >= fewest && (hidden.size === 0 || behind >= fewest)) break
    hidden.add(name)
    behind += size
  }
  return Object.fromEntries(bySize.map(([name, size]) => [name, hidden.has(name) ? null : size])) as Shown
}
