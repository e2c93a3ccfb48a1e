import type { Graph } from './graph.ts'

/**
 * Connected components (weak ones of a directed graph): a label per node, numbered by their first node.
 * Union by smaller root with path halving; O(arcs · α(nodes)).
 */
export function components(graph: Graph): Int32Array {
  const root = Int32Array.from({ length: graph.nodes }, (_, node) => node)
  const rootOf = (node: number) => {
    let at = node
    while (root[at] !== at) at = root[at] = root[root[at]!]!
    return at
  }
  for (let node = 0; node < graph.nodes; node++) {
    for (let arc = graph.offsets[node]!; arc < graph.offsets[node + 1]!; arc++) {
      const one = rootOf(node)
      const other = rootOf(graph.targets[arc]!)
      if (one < other) root[other] = one
      else root[one] = other
    }
  }
  return numbered(root, rootOf)
}

function numbered(root: Int32Array, rootOf: (node: number) => number): Int32Array {
  const label = new Int32Array(root.length)
  let count = 0
  for (let node = 0; node < root.length; node++) {
    const top = rootOf(node)
    label[node] = top === node ? count++ : label[top]!
  }
  return label
}
