import { type Graph, demandUndirected, tieCount } from '../graph/graph.ts'
import { subgraphsOf } from '../graph/subgraph.ts'
import { type LeidenOptions, leiden } from './leiden/leiden.ts'
import { type Partition, coverOf, partsOf, renumber } from './partition.ts'
import { communityCount, membersOf } from './cover.ts'
import { modularity } from './quality.ts'

export interface RecursiveOptions extends Omit<LeidenOptions, 'start' | 'quality' | 'resolution'> {
  /** A community is split when its own modularity exceeds that of a random graph this many times. */
  readonly factor?: number
  /** Communities below twice this size are left whole. */
  readonly least?: number
  /** How deep the hierarchy may become. */
  readonly depth?: number
}

/**
 * Leiden again and again inside each community, as long as the ties inside are clearly more modular than those of a
 * random graph as large and dense. Free of the resolution limit, and without a resolution to choose.
 *
 *   split while Q(inside) > factor · 0.97 √((1 - p) / k)    p: density, k: mean degree inside
 *
 * Input: an undirected graph. Output: the finest partition. Cost: 1.5 to 3 times Leiden.
 * Modularity of random graphs: Guimerà, Sales-Pardo & Amaral (2004), Phys. Rev. E 70, 025101.
 */
export const recursiveLeiden = (graph: Graph, options: RecursiveOptions = {}): Partition =>
  leidenHierarchy(graph, options).at(-1)!

/** All levels of recursive Leiden, the coarsest (plain Leiden) first; what is not split further stays as it is. */
export function leidenHierarchy(graph: Graph, options: RecursiveOptions = {}): [Partition, ...Partition[]] {
  demandUndirected(graph, 'Recursive Leiden')
  const { factor = 1.2, least = 10, depth = 8 } = options
  const cut = subgraphsOf(graph)
  const levels: [Partition, ...Partition[]] = [leiden(graph, options)]
  let parts = partsOf(levels[0])

  const divide = (members: Int32Array, level: number) => {
    const pieces = level < depth && members.length >= 2 * least ? split(cut(members), options, factor) : undefined
    if (!pieces) return
    levels[level] ??= levels[level - 1]!.slice()
    for (const piece of partsIn(pieces)) {
      const people = piece.map((at) => members[at]!)
      for (let deeper = level; deeper < levels.length; deeper++)
        for (const node of people) levels[deeper]![node] = parts
      parts++
      divide(people, level + 1)
    }
  }
  for (const part of partsIn(levels[0].slice())) divide(part, 1)
  for (const level of levels) renumber(level, parts)
  return levels
}

function* partsIn(partition: Partition): Generator<Int32Array> {
  const cover = coverOf(partition)
  for (let part = 0; part < communityCount(cover); part++) yield membersOf(cover, part)
}

function split(inside: Graph, options: RecursiveOptions, factor: number): Partition | undefined {
  const degree = (2 * tieCount(inside)) / inside.nodes
  if (degree === 0) return undefined
  const partition = leiden(inside, options)
  if (partsOf(partition) < 2) return undefined
  const byChance = 0.97 * Math.sqrt(Math.max(0, 1 - degree / inside.nodes) / degree)
  const quality = modularity(inside, partition)
  return quality > factor * byChance && quality > 0.1 ? partition : undefined
}
