import type { Graph } from '../../graph/graph.ts'
import { int32s } from '../../graph/memory.ts'
import { seededRandom } from '../../random.ts'
import { egoNetsOf } from './ego-net.ts'
import { labelPropagation } from './label-propagation.ts'

/** The circles of every node: `circleOf[arc]` numbers them from 0 within the node, -1: the neighbour is in none. */
export interface Circles {
  readonly circleOf: Int32Array
  /** How many circles each node has. */
  readonly count: Int32Array
}

export const emptyCircles = (graph: Graph, shared = false): Circles => ({
  circleOf: int32s(graph.targets.length, shared),
  count: int32s(graph.nodes, shared),
})

/**
 * Sorts the neighbours of the nodes from … to - 1 into circles who know one another; a neighbour who knows no other
 * belongs to none. Writes only the parts of `circles` that belong to these nodes, and draws chance by node: any
 * number of workers may share the nodes among them and the result is the same. O(Σ over ties of the smaller degree).
 */
export function findCircles(graph: Graph, circles: Circles, seed: number, from: number, to: number): void {
  const egoNet = egoNetsOf(graph)
  const propagation = labelPropagation()
  const number = new Map<number, number>()

  for (let node = from; node < to; node++) {
    const net = egoNet(node)
    propagation.run(net, seededRandom(seed, node))
    const start = graph.offsets[node]!
    number.clear()
    for (let at = 0; at < net.size; at++) {
      const alone = net.offsets[at] === net.offsets[at + 1]
      const label = propagation.labels[at]!
      if (!alone && !number.has(label)) number.set(label, number.size)
      circles.circleOf[start + at] = alone ? -1 : number.get(label)!
    }
    circles.count[node] = number.size
  }
}
