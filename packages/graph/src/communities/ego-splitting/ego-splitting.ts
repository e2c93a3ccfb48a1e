import { type Graph, demandUndirected } from '../../graph/graph.ts'
import { type Cover, coverFrom } from '../cover.ts'
import { leiden } from '../leiden/leiden.ts'
import { type Partition, coverOf } from '../partition.ts'
import { recursiveLeiden } from '../recursive-leiden.ts'
import { emptyCircles, findCircles } from './circles.ts'
import { type Personas, personasFrom } from './personas.ts'

export interface EgoSplittingOptions {
  readonly seed?: number
  /** How the persona graph is divided: one run of Leiden, or recursively (finer, finds more, splits more). */
  readonly divide?: 'once' | 'recursively'
  /** Communities of fewer people are left out. */
  readonly least?: number
}

/**
 * Ego-splitting: everybody's neighbours are sorted into circles who know one another; a person has a persona per
 * circle; communities of personas are non-overlapping, those of people overlap.
 *
 * Input: an undirected graph. Cost: O(Σ over ties of the smaller degree), then that of Leiden.
 * Epasto, Lattanzi & Paes Leme (2017), Ego-splitting framework, KDD.
 */
export function egoSplitting(graph: Graph, options: EgoSplittingOptions = {}): Cover {
  demandUndirected(graph, 'Ego-splitting')
  const { seed = 1, divide = 'once', least = 5 } = options
  const circles = emptyCircles(graph)
  findCircles(graph, circles, seed, 0, graph.nodes)
  const personas = personasFrom(graph, circles)
  const partition =
    divide === 'once' ? leiden(personas.graph, { seed }) : recursiveLeiden(personas.graph, { seed, least: 5 })
  return ownersOf(personas, partition, least)
}

/** Communities of personas as communities of their owners. */
export function ownersOf(personas: Personas, partition: Partition, least: number): Cover {
  const { offsets, members } = coverOf(partition)
  const lists: Int32Array[] = []
  for (let part = 0; part + 1 < offsets.length; part++) {
    const owners = members.subarray(offsets[part]!, offsets[part + 1]!).map((persona) => personas.ownerOf[persona]!)
    const people = owners.filter((owner, at) => at === 0 || owner !== owners[at - 1])
    if (people.length >= least) lists.push(people)
  }
  return coverFrom(lists)
}
