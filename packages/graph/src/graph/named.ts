import { type BuildOptions, graphBuilder } from './builder.ts'
import type { Graph } from './graph.ts'

export type Tie = readonly [from: string, to: string, weight?: number]

/** A graph whose nodes have names: `names[3]` is the name of node 3, `idOf('maria')` her number. */
export interface NamedGraph extends Graph {
  readonly names: readonly string[]
  idOf(name: string): number
}

/**
 * A small graph by names. Repeated ties add up, a tie to oneself is dropped (its node stays).
 * `alone` names nodes that may have no tie. Nodes are numbered in order of appearance.
 */
export function graphFrom(ties: Iterable<Tie>, options: BuildOptions & { alone?: Iterable<string> } = {}): NamedGraph {
  const ids = new Map<string, number>()
  const idFor = (name: string) => {
    const id = ids.get(name) ?? ids.size
    ids.set(name, id)
    return id
  }
  const builder = graphBuilder(options)
  for (const [from, to, weight] of ties) builder.add(idFor(from), idFor(to), weight)
  for (const name of options.alone ?? []) idFor(name)

  return {
    ...builder.build(ids.size),
    names: [...ids.keys()],
    idOf(name) {
      const id = ids.get(name)
      if (id === undefined) throw new RangeError(`No node is named ${name}`)
      return id
    },
  }
}
