import { coverOf } from '../communities/partition.ts'
import { communityCount, membersOf } from '../communities/cover.ts'
import { components } from '../graph/components.ts'
import type { Graph } from '../graph/graph.ts'
import { reweighted } from '../graph/subgraph.ts'

export interface Removal {
  /** Share of all people in the largest component before, and of those who stay after. */
  readonly before: number
  readonly after: number
  /** Who was in the largest component with the others and no longer is, apart from those removed. */
  readonly cutOff: Int32Array
}

/** What holds without some people: the removal test. O(arcs). Shares are 0 where nobody is left. */
export function removalTest(graph: Graph, removed: Iterable<number>): Removal {
  const gone = new Uint8Array(graph.nodes)
  for (const node of removed) gone[node] = 1
  const left = reweighted(graph, (one, other, weight) => (gone[one] === 1 || gone[other] === 1 ? 0 : weight))
  const whole = largestComponent(graph)
  const rest = largestComponent(left, gone)
  const staying = graph.nodes - gone.reduce((sum, one) => sum + one, 0)
  const still = new Uint8Array(graph.nodes)
  for (const node of rest) still[node] = 1
  return {
    before: graph.nodes === 0 ? 0 : whole.length / graph.nodes,
    after: staying === 0 ? 0 : rest.length / staying,
    cutOff: whole.filter((node) => gone[node] === 0 && still[node] === 0),
  }
}

/** Who was removed has no tie left, and is not counted as a component alone. */
function largestComponent(graph: Graph, gone?: Uint8Array): Int32Array {
  const parts = coverOf(components(graph))
  let largest: Int32Array = new Int32Array(0)
  for (let part = 0; part < communityCount(parts); part++) {
    const members = membersOf(parts, part)
    if (members.length > largest.length && gone?.[members[0]!] !== 1) largest = members
  }
  return largest
}
