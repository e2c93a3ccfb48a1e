import type { Graph } from '../../graph/graph.ts'

/** The ties among the neighbours of one node, in rows over their places in its row. Its arrays are reused. */
export interface EgoNet {
  size: number
  offsets: Int32Array
  targets: Int32Array
  weights: Float64Array
}

/**
 * A function that gives the ego-net of any node. Where a neighbour has many more ties than the node, the node's own
 * ties are looked up in it instead of reading it whole: O(Σ over ties of the smaller degree), even with a person
 * who knows everybody.
 */
export function egoNetsOf(graph: Graph): (node: number) => EgoNet {
  const { nodes, offsets, targets, weights } = graph
  const place = new Int32Array(nodes).fill(-1)
  const net: EgoNet = {
    size: 0,
    offsets: new Int32Array(1024),
    targets: new Int32Array(4096),
    weights: new Float64Array(4096),
  }
  let used = 0
  const link = (at: number, weight: number) => {
    if (used === net.targets.length) makeRoom(net)
    net.targets[used] = at
    net.weights[used++] = weight
  }
  const readWhole = (from: number, to: number) => {
    for (let arc = from; arc < to; arc++) if (place[targets[arc]!]! >= 0) link(place[targets[arc]!]!, weights[arc]!)
  }
  const lookUp = (start: number, size: number, from: number, to: number) => {
    let low = from
    for (let at = 0; at < size; at++) {
      low = firstFrom(targets, low, to, targets[start + at]!)
      if (low < to && targets[low] === targets[start + at]) link(at, weights[low]!)
    }
  }

  return (node) => {
    const start = offsets[node]!
    const size = (net.size = offsets[node + 1]! - start)
    if (size >= net.offsets.length) net.offsets = new Int32Array(2 * size)
    for (let at = 0; at < size; at++) place[targets[start + at]!] = at
    used = 0
    for (let at = 0; at < size; at++) {
      net.offsets[at] = used
      const other = targets[start + at]!
      const [from, to] = [offsets[other]!, offsets[other + 1]!]
      if (to - from > 16 * size) lookUp(start, size, from, to)
      else readWhole(from, to)
    }
    net.offsets[size] = used
    for (let at = 0; at < size; at++) place[targets[start + at]!] = -1
    return net
  }
}

function makeRoom(net: EgoNet): void {
  const [targets, weights] = [net.targets, net.weights]
  net.targets = new Int32Array(2 * targets.length)
  net.weights = new Float64Array(2 * targets.length)
  net.targets.set(targets)
  net.weights.set(weights)
}

function firstFrom(sorted: Int32Array, from: number, to: number, value: number): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
