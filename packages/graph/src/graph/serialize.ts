import type { Graph } from './graph.ts'
import { float64s, int32s } from './memory.ts'

const MAGIC = 0x4752_4601
const HEADER = 32

/**
 * A graph as bytes: a header of 32 (mark, version, directed, nodes, arcs), then weights, offsets, targets,
 * in the byte order of the machine (marked in the header; the other order is refused). O(arcs).
 */
export function graphToBytes(graph: Graph): Uint8Array {
  const arcs = graph.targets.length
  const bytes = new ArrayBuffer(HEADER + 8 * arcs + 4 * (graph.nodes + 1) + 4 * arcs)
  new Int32Array(bytes, 0, 5).set([MAGIC, 1, graph.directed ? 1 : 0, graph.nodes, arcs])
  new Float64Array(bytes, HEADER, arcs).set(graph.weights)
  new Int32Array(bytes, HEADER + 8 * arcs, graph.nodes + 1).set(graph.offsets)
  new Int32Array(bytes, HEADER + 8 * arcs + 4 * (graph.nodes + 1), arcs).set(graph.targets)
  return new Uint8Array(bytes)
}

/** The graph back from its bytes; anything else, or a file cut short, is refused. */
export function graphFromBytes(bytes: Uint8Array, shared = false): Graph {
  const aligned = bytes.slice().buffer
  const [magic, version, directed, nodes = 0, arcs = 0] =
    aligned.byteLength >= HEADER ? new Int32Array(aligned, 0, 5) : []
  if (magic !== MAGIC) throw new RangeError('These bytes are not a graph written by graphToBytes on such a machine')
  if (version !== 1) throw new RangeError(`This graph was written in format ${version}; only format 1 is known`)
  const length = HEADER + 12 * arcs + 4 * (nodes + 1)
  if (aligned.byteLength !== length)
    throw new RangeError(`The graph should be ${length} bytes long but is ${aligned.byteLength}: it was cut short`)

  const graph = {
    nodes,
    directed: directed === 1,
    offsets: int32s(nodes + 1, shared),
    targets: int32s(arcs, shared),
    weights: float64s(arcs, shared),
  }
  graph.weights.set(new Float64Array(aligned, HEADER, arcs))
  graph.offsets.set(new Int32Array(aligned, HEADER + 8 * arcs, nodes + 1))
  graph.targets.set(new Int32Array(aligned, HEADER + 8 * arcs + 4 * (nodes + 1), arcs))
  return graph
}
