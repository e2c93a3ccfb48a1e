import { type Graph, graphBuilder, neighboursOf } from '@mortar/graph'
import type { Network } from '../../facts/scene.ts'

/** The ties among those whose unit is known. */
export function placed({ ties, units }: Network): { ties: Graph; units: Int32Array } {
  const number = new Int32Array(ties.nodes).fill(-1)
  const known: number[] = []
  for (let node = 0; node < ties.nodes; node++) if (units[node]! >= 0) number[node] = known.push(node) - 1
  const builder = graphBuilder()
  for (const one of known)
    for (const other of neighboursOf(ties, one))
      if (one < other && number[other]! >= 0) builder.add(number[one]!, number[other]!)
  return { ties: builder.build(known.length), units: Int32Array.from(known, (node) => units[node]!) }
}
