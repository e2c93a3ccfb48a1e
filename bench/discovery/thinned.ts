import { type Graph, graphBuilder, neighboursOf, seededRandom, tieCount } from '@mortar/graph'

/** Ties of weight 1, each pair once, at most `ties` of them: chosen at random where there are more. */
export function thinned(graph: Graph, ties: number, seed: number, shared = false): Graph {
  const random = seededRandom(seed, 102)
  let left = tieCount(graph)
  let wanted = Math.min(ties, left)
  const builder = graphBuilder({ shared, expected: wanted })
  for (let person = 0; person < graph.nodes; person++) {
    for (const other of neighboursOf(graph, person)) {
      if (other < person) continue
      if (random() * left < wanted) {
        builder.add(person, other)
        wanted--
      }
      left--
    }
  }
  return builder.build(graph.nodes)
}
