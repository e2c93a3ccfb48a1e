import type { Graph } from '../graph/graph.ts'
import { neighbourhoodOverlaps } from './neighbourhood-overlap.ts'

export type TieKind = 'strong' | 'weak' | 'bridging' | 'unknown'

export interface KindOptions {
  /**
   * Whether the ties come from people acting on each other, or were projected from shared artefacts. A projected
   * clique gives weak ties much overlap by construction, so that its ties are never called weak or bridging.
   */
  readonly from: 'contacts' | 'artefacts'
  /** Strength from which a tie is strong; by default the median of all. */
  readonly strongFrom?: number
  /** Overlap below which a weak tie is called bridging. */
  readonly bridgingBelow?: number
}

/**
 * What kind of tie each arc is: strong, weak, bridging (weak, and the two have hardly anybody in common), or unknown
 * (not strong, and projected from artefacts). In the order of the graph's arcs. Cost: that of the overlaps.
 * Granovetter (1973): weak ties bridge. Why projections are different: measured, see the discovery notes.
 */
export function tieKinds(graph: Graph, options: KindOptions): TieKind[] {
  const { from, strongFrom = median(graph.weights), bridgingBelow = 0.05 } = options
  const overlaps = from === 'contacts' ? neighbourhoodOverlaps(graph) : undefined
  return Array.from(graph.weights, (weight, arc) => {
    if (weight >= strongFrom) return 'strong'
    if (!overlaps) return 'unknown'
    return overlaps[arc]! < bridgingBelow ? 'bridging' : 'weak'
  })
}

function median(values: Float64Array): number {
  if (values.length === 0) return 0
  const sorted = values.slice().sort()
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
