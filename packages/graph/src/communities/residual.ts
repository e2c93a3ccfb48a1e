import type { Graph } from '../graph/graph.ts'
import { reweighted } from '../graph/subgraph.ts'

/**
 * The residual network: the ties that the formal chart does not explain because they cross from unit to unit.
 * `units[v]` is the unit of v. O(arcs).
 */
export const crossUnitTies = (graph: Graph, units: Int32Array, shared = false): Graph =>
  reweighted(graph, (from, to, weight) => (units[from] === units[to] ? 0 : weight), shared)
