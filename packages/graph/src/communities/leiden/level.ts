import { type Graph, strengths } from '../../graph/graph.ts'
import type { QualityName } from '../quality.ts'

/**
 * One level of aggregation: a graph whose nodes stand for groups of people. Moving a node of mass m into a community
 * of mass M to which it has ties of weight w gains  w - penalty · m · M.  Mass is strength (modularity) or the
 * number of people (CPM). Ties inside a group play no part in any gain and are dropped.
 */
export interface Level {
  readonly nodes: number
  readonly offsets: Int32Array
  readonly targets: Int32Array
  readonly weights: Float64Array
  readonly mass: Float64Array
  readonly penalty: number
}

export function groundLevel(graph: Graph, quality: QualityName, resolution: number): Level {
  const mass = quality === 'cpm' ? new Float64Array(graph.nodes).fill(1) : strengths(graph)
  const total = quality === 'cpm' ? 1 : mass.reduce((sum, each) => sum + each, 0)
  return { ...graph, mass, penalty: total > 0 ? resolution / total : 0 }
}
