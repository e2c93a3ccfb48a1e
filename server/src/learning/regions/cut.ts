/** A community within another, or on its own (`within` undefined). */
export interface Nested {
  readonly id: string
  readonly within: string | undefined
  readonly people: ReadonlySet<string>
}

/** What a cut does: told before it is chosen. */
export interface Effect {
  readonly depth: number
  readonly communities: number
  /** Communities that went into a larger one. */
  readonly folded: number
  /** Of those that are left, how many have fewer than five people: nothing can be planned for them. */
  readonly tooSmall: number
  /** People counted with a community that they are not in themselves, only in one within it. */
  readonly moved: number
}

/** How deep a community lies: 0 for one on its own. A loop ends where it began. */
export function depthOf(id: string, byId: ReadonlyMap<string, Nested>): number {
  let depth = 0
  for (let at = byId.get(id)?.within; at !== undefined && byId.has(at) && depth < byId.size; at = byId.get(at)!.within)
    depth++
  return depth
}

/**
 * Cuts communities within communities at a depth: what lies deeper counts with the one it lies within at that depth,
 * and so do its people. Depth 0 leaves only those on their own.
 */
export function cutAt(communities: readonly Nested[], depth: number): Nested[] {
  const byId = new Map(communities.map((one) => [one.id, one]))
  const people = new Map<string, Set<string>>()
  for (const one of communities) {
    let [at, left] = [one, depthOf(one.id, byId) - depth]
    for (; left > 0; left--) at = byId.get(at.within!)!
    const into = people.get(at.id) ?? people.set(at.id, new Set()).get(at.id)!
    one.people.forEach((person) => into.add(person))
  }
  return communities
    .filter(({ id }) => depthOf(id, byId) <= depth)
    .map((one) => ({ ...one, people: people.get(one.id)! }))
}

/** The effect of each depth there is, the shallowest first. */
export function effectsOf(communities: readonly Nested[]): Effect[] {
  const byId = new Map(communities.map((one) => [one.id, one]))
  const deepest = Math.max(0, ...communities.map(({ id }) => depthOf(id, byId)))
  return Array.from({ length: deepest + 1 }, (_, depth) => {
    const cut = cutAt(communities, depth)
    return {
      depth,
      communities: cut.length,
      folded: communities.length - cut.length,
      tooSmall: cut.filter(({ people }) => people.size < 5).length,
      moved: cut.reduce((sum, { id, people }) => sum + people.size - byId.get(id)!.people.size, 0),
    }
  })
}
