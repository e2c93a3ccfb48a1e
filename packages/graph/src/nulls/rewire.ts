import { graphBuilder } from '../graph/builder.ts'
import { type Graph, demandUndirected, tieCount } from '../graph/graph.ts'
import { type Random, below } from '../random.ts'
import { pairSet } from './pair-set.ts'

export interface RewireOptions {
  /** How often each tie takes part in an exchange, on average. */
  readonly swaps?: number
  /** A change of partners that makes a tie this refuses is not made. */
  readonly allow?: (one: number, other: number) => boolean
}

/**
 * A random graph in which everybody has as many ties as before: pairs of ties exchange partners, a-b and c-d becoming
 * a-d and c-b, unless that makes a tie to oneself or one that is there already. Weights travel with the tie's first end.
 *
 * Input: an undirected graph. O(swaps · ties).
 * Maslov & Sneppen (2002), Science 296, 910-913.
 */
export function rewired(graph: Graph, random: Random, options: RewireOptions = {}): Graph {
  demandUndirected(graph, 'Rewiring')
  const { swaps = 10, allow = () => true } = options
  const { ends, weights } = tiesOf(graph)
  const count = weights.length
  const there = pairSet(count)
  for (let tie = 0; tie < count; tie++) there.add(ends[2 * tie]!, ends[2 * tie + 1]!)
  const free = (one: number, other: number) => one !== other && !there.has(one, other) && allow(one, other)

  for (let attempt = Math.ceil((swaps * count) / 2); attempt > 0 && count > 1; attempt--) {
    const first = 2 * below(random, count) + below(random, 2)
    const second = 2 * below(random, count) + below(random, 2)
    const [a, b, c, d] = [ends[first]!, ends[first ^ 1]!, ends[second]!, ends[second ^ 1]!]
    const same = a === c ? b === d : a === b && c === d
    if (first >> 1 === second >> 1 || same || !free(a, d) || !free(c, b)) continue
    there.remove(a, b)
    there.remove(c, d)
    there.add(a, d)
    there.add(c, b)
    ends[first ^ 1] = d
    ends[second ^ 1] = b
  }
  const builder = graphBuilder({ expected: count })
  for (let tie = 0; tie < count; tie++) builder.add(ends[2 * tie]!, ends[2 * tie + 1]!, weights[tie]!)
  return builder.build(graph.nodes)
}

function tiesOf(graph: Graph) {
  const ends = new Int32Array(2 * tieCount(graph))
  const weights = new Float64Array(tieCount(graph))
  let tie = 0
  for (let node = 0; node < graph.nodes; node++)
    for (let arc = graph.offsets[node]!; arc < graph.offsets[node + 1]!; arc++) {
      if (graph.targets[arc]! < node) continue
      ends[2 * tie] = node
      ends[2 * tie + 1] = graph.targets[arc]!
      weights[tie++] = graph.weights[arc]!
    }
  return { ends, weights }
}
