import { enough, mayDiffer, rounded } from '#network/index.ts'
import { share } from '../mathematics/share.ts'

/** Counts of what explores (asked, begun, tried) and of what exploits (used, run, adopted). */
export interface Parts {
  inquiries: number
  practices: number
  trials: number
  uses: number
  runs: number
  adoptions: number
}

export interface Explored {
  value: number
  low: number
  high: number
  of: number
}

export interface Act {
  unitId: string | null
  what: keyof Parts
  count: number
  people: readonly string[]
}

const explores: ReadonlySet<keyof Parts> = new Set(['inquiries', 'practices', 'trials'])

interface Node {
  exploring: number
  all: number
  people: Set<string>
}

const empty = (): Node => ({ exploring: 0, all: 0, people: new Set() })

/**
 * The share of what was done that explores (March 1991), for each unit with all below it, and (null) for the whole. A unit
 * is told of where five people stand behind it, and behind what is left when it is taken from the one above; where one is
 * left out, so are those below it.
 */
export function exploredByUnit(
  acts: readonly Act[],
  tree: readonly { id: string; parentId: string | null }[],
): Map<string | null, Explored> {
  const parentOf = new Map(tree.map(({ id, parentId }) => [id, parentId]))
  const nodes = new Map<string | null, Node>([[null, empty()]])
  for (const { unitId, what, count, people } of acts)
    for (const place of above(unitId, parentOf)) {
      const node = nodes.get(place) ?? empty()
      nodes.set(place, node)
      node.all += count
      if (explores.has(what)) node.exploring += count
      for (const person of people) node.people.add(person)
    }
  const whole = nodes.get(null)!
  if (!enough(whole.people.size) || whole.all === 0) return new Map()
  const shown = new Map([[null as string | null, figureOf(whole)]])
  showBelow(null)
  return shown

  function showBelow(place: string | null): void {
    const children = tree.filter(({ id, parentId }) => parentId === place && nodes.has(id)).map(({ id }) => id)
    const inChildren = new Set(children.flatMap((id) => [...nodes.get(id)!.people]))
    const own = [...nodes.get(place)!.people].filter((person) => !inChildren.has(person)).length
    const parts = children.map((id) => [id, nodes.get(id)!.people.size] as const)
    for (const id of safeBeside(parts, own)) {
      if (nodes.get(id)!.all === 0) continue
      shown.set(id, figureOf(nodes.get(id)!))
      showBelow(id)
    }
  }
}

/** Those parts of a whole that may be told of, where some people more belong to it, who are never told of by themselves. */
function safeBeside(parts: readonly (readonly [string, number])[], own: number): string[] {
  const bySize = parts.toSorted(([, one], [, other]) => one - other)
  let left = own
  let out = 0
  while (out < bySize.length && !(enough(bySize[out]![1]) && mayDiffer(left))) left += bySize[out++]![1]
  return bySize.slice(out).map(([id]) => id)
}

/** A unit, all above it, and the whole. */
function above(unitId: string | null, parentOf: ReadonlyMap<string, string | null>): (string | null)[] {
  const places: (string | null)[] = []
  for (let at = unitId; at !== null && places.length < 50; at = parentOf.get(at) ?? null) places.push(at)
  return [...places, null]
}

function figureOf({ exploring, all }: Node): Explored {
  const { value, low, high } = share(exploring, all)
  return { value: rounded(value), low: rounded(low), high: rounded(high), of: all }
}
