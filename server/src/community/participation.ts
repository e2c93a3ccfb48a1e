/** How members take part, by the weeks of the last thirteen in which they did something. Reading is participation too. */
export interface Participation {
  /** Active in at least six of the last thirteen weeks. */
  core: number
  /** Active in one to five of them. */
  active: number
  /** All others: they read, and that counts. */
  peripheral: number
}

export const participationFrom = (weeks: number[]): Participation => {
  const core = weeks.filter((n) => n >= 6).length
  const active = weeks.filter((n) => n >= 1 && n < 6).length
  return { core, active, peripheral: weeks.length - core - active }
}

export type Shown = { [K in keyof Participation]: number | null }

const fewest = 5

/**
 * Groups of fewer than five are not shown. The number of members is known, so a single hidden group could be
 * computed from the others: then the smallest of the others is hidden too.
 */
export function showable(groups: Participation): Shown {
  const entries = Object.entries(groups) as [keyof Participation, number][]
  const hidden = new Set(entries.filter(([, size]) => size < fewest).map(([name]) => name))
  if (hidden.size === 1) {
    const others = entries.filter(([name]) => !hidden.has(name)).sort(([, a], [, b]) => a - b)
    hidden.add(others[0]![0])
  }
  return Object.fromEntries(entries.map(([name, size]) => [name, hidden.has(name) ? null : size])) as Shown
}
