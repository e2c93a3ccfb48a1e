import { graphBuilder, leiden } from '@mortar/graph'
import type { SharedRow } from './queries/communities.ts'

export interface Sized {
  id: string
  people: number
}

/** How many bands one picture carries and still can be read. */
export const mostBands = 24

/**
 * Puts communities together where there are too many for one picture: first those that share people (Leiden over the
 * shared people, each pair's share taken of the smaller one), then what is left over as one. The largest of each group
 * stands first, and the largest group first.
 */
export function groupsOf(communities: readonly Sized[], shared: readonly SharedRow[], most = mostBands): string[][] {
  const bySize = communities.toSorted((a, b) => b.people - a.people || (a.id < b.id ? -1 : 1))
  if (bySize.length <= most) return bySize.map(({ id }) => [id])
  const number = new Map(bySize.map(({ id }, n) => [id, n]))
  const ties = graphBuilder()
  for (const { one, other, people } of shared) {
    const [a, b] = [number.get(one)!, number.get(other)!]
    ties.add(a, b, people / Math.max(1, Math.min(bySize[a]!.people, bySize[b]!.people)))
  }
  const labels = leiden(ties.build(bySize.length))
  const groups = new Map<number, string[]>()
  for (const [n, { id }] of bySize.entries()) groups.set(labels[n]!, [...(groups.get(labels[n]!) ?? []), id])
  const size = new Map(bySize.map(({ id, people }) => [id, people]))
  const people = (group: string[]) => group.reduce((sum, id) => sum + size.get(id)!, 0)
  const ordered = [...groups.values()].toSorted((a, b) => people(b) - people(a))
  // All of them share people with all: the largest stand alone, the rest is one.
  if (ordered.length === 1)
    return [...bySize.slice(0, most - 1).map(({ id }) => [id]), bySize.slice(most - 1).map(({ id }) => id)]
  return ordered.length <= most ? ordered : [...ordered.slice(0, most - 1), ordered.slice(most - 1).flat()]
}
