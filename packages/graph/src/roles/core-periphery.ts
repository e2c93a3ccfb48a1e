import { type Graph, degreeOf, demandUndirected, neighboursOf, tieCount } from '../graph/graph.ts'

export interface CorePeriphery {
  readonly inCore: Uint8Array
  /** Correlation of the ties with the ideal pattern, -1 to 1. */
  readonly fit: number
}

export interface CoreOptions {
  /** What the ideal says of ties between core and periphery: all there, or nothing. */
  readonly between?: 'tied' | 'ignored'
  /** Whether two people are tried in exchange for one another; without it the search is quicker and may end lower. */
  readonly exchanges?: boolean
}

/**
 * Core and periphery: the core whose ideal pattern (core with core 1, periphery with periphery 0) correlates best with
 * who is tied to whom. Weights play no part. Starts from the best cut of the order by degree and then moves one
 * person, or exchanges two, while that helps: a local best. Fit 0 and no core where nothing varies.
 *
 * O(moves · nodes · degree); exchanges only up to 500 nodes.
 * Borgatti & Everett (2000), Social Networks 21, 375-395 (discrete model).
 */
export function corePeriphery(graph: Graph, { between = 'tied', exchanges = true }: CoreOptions = {}): CorePeriphery {
  demandUndirected(graph, 'Core and periphery')
  const state = { inCore: new Uint8Array(graph.nodes), size: 0, inside: 0, touching: 0 }
  const fit = () => correlation(graph.nodes, tieCount(graph), state, between)
  const flip = (node: number) => {
    let toCore = 0
    for (const other of neighboursOf(graph, node)) toCore += state.inCore[other]!
    const sign = state.inCore[node] === 1 ? -1 : 1
    state.inCore[node] = state.inCore[node] === 1 ? 0 : 1
    state.size += sign
    state.inside += sign * toCore
    state.touching += sign * (degreeOf(graph, node) - 2 * toCore)
  }

  startFromDegrees(graph, flip, fit)
  let best = fit()
  for (let improved = true; improved;) {
    improved = false
    for (const move of movesFor(graph, state.inCore, exchanges)) {
      move.forEach(flip)
      if (fit() > best + 1e-12) {
        best = fit()
        improved = true
      } else move.forEach(flip)
    }
  }
  return { inCore: state.inCore, fit: best }
}

function startFromDegrees(graph: Graph, flip: (node: number) => void, fit: () => number): void {
  const byDegree = Int32Array.from({ length: graph.nodes }, (_, node) => node).sort(
    (one, other) => degreeOf(graph, other) - degreeOf(graph, one) || one - other,
  )
  let [best, most] = [0, 0]
  byDegree.forEach((node, at) => {
    flip(node)
    if (fit() > most) [best, most] = [at + 1, fit()]
  })
  byDegree.subarray(best).forEach(flip)
}

function* movesFor({ nodes }: Graph, inCore: Uint8Array, exchanges: boolean): Generator<number[]> {
  for (let node = 0; node < nodes; node++) yield [node]
  if (!exchanges || nodes > 500) return
  for (let one = 0; one < nodes; one++)
    for (let other = one + 1; other < nodes; other++) if (inCore[one] !== inCore[other]) yield [one, other]
}

/** Pearson correlation of two 0-1 variables over the pairs that count. */
function correlation(
  nodes: number,
  ties: number,
  core: { size: number; inside: number; touching: number },
  between: 'tied' | 'ignored',
): number {
  const pairs = (count: number) => (count * (count - 1)) / 2
  const mixed = core.size * (nodes - core.size)
  const tied = between === 'tied'
  const all = pairs(nodes) - (tied ? 0 : mixed)
  const present = tied ? ties : ties - core.touching
  const ideal = pairs(core.size) + (tied ? mixed : 0)
  const both = core.inside + (tied ? core.touching : 0)
  const spread = present * (all - present) * ideal * (all - ideal)
  return spread <= 0 ? 0 : (all * both - present * ideal) / Math.sqrt(spread)
}
