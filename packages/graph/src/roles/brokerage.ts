import type { Partition } from '../communities/partition.ts'
import { type Graph, arcBetween, neighboursOf } from '../graph/graph.ts'
import { reversed } from '../graph/subgraph.ts'

/** How often somebody stands between two people who are not tied, by whose unit is whose. */
export interface Brokerage {
  /** All three in one unit. */
  readonly coordinator: number
  /** Both others in one unit, the broker in another. */
  readonly consultant: number
  /** From another unit, through the broker, into the broker's own. */
  readonly gatekeeper: number
  /** From the broker's own unit, through the broker, out to another. */
  readonly representative: number
  /** All three in different units. */
  readonly liaison: number
}

/**
 * Gould-Fernandez roles of one person j: over all i → j → k without i → k. In an undirected graph each pair counts
 * both ways, so that gatekeeper and representative are equal. O(in-degree · out-degree · log).
 * Gould & Fernandez (1989), Sociological Methodology 19, 89-126.
 */
export function brokerageOf(graph: Graph, units: Partition, broker: number, incoming = reversed(graph)): Brokerage {
  const roles = { coordinator: 0, consultant: 0, gatekeeper: 0, representative: 0, liaison: 0 }
  for (const from of neighboursOf(incoming, broker))
    for (const to of neighboursOf(graph, broker))
      if (from !== to && arcBetween(graph, from, to) < 0) roles[roleOf(units[from]!, units[broker]!, units[to]!)]++
  return roles
}

function roleOf(from: number, broker: number, to: number): keyof Brokerage {
  if (from === to) return from === broker ? 'coordinator' : 'consultant'
  if (broker === to) return 'gatekeeper'
  return broker === from ? 'representative' : 'liaison'
}
