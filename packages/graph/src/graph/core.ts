import { type Graph, degreeOf, neighboursOf } from './graph.ts'

/**
 * The k-core: which nodes are left when those with fewer than k ties are taken away again and again. O(arcs).
 * Seidman (1983), Social Networks 5, 269-287.
 */
export function inCore(graph: Graph, k: number): Uint8Array {
  const left = Int32Array.from({ length: graph.nodes }, (_, node) => degreeOf(graph, node))
  const inside = new Uint8Array(graph.nodes).fill(1)
  const leaving: number[] = []
  const leave = (node: number) => {
    inside[node] = 0
    leaving.push(node)
  }
  for (let node = 0; node < graph.nodes; node++) if (left[node]! < k) leave(node)
  while (leaving.length > 0)
    for (const other of neighboursOf(graph, leaving.pop()!)) if (inside[other] === 1 && --left[other]! < k) leave(other)
  return inside
}
