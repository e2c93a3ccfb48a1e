import { components } from '../../graph/components.ts'
import { type Graph, demandUndirected } from '../../graph/graph.ts'
import { type Crew, alone, forCrew, sharesOf } from '../../crew/crew.ts'
import { type Cover, communityCount, coverFrom, distinct, joined } from '../cover.ts'
import { leiden } from '../leiden/leiden.ts'
import { type Partition, coverOf, partsOf } from '../partition.ts'
import type { Divided } from './divide-parts.ts'
import { emptyCircles } from './circles.ts'
import { type Personas, personasFrom } from './personas.ts'

export interface EgoSplittingOptions {
  readonly seed?: number
  /**
   * How the persona graph is divided: by one run of Leiden; or, component by component, recursively. Then communities
   * of the coarsest and of the finest level are given, nested: candidates for a refinement, not a result.
   */
  readonly divide?: 'once' | 'recursively'
  /** Communities of fewer people are left out. */
  readonly least?: number
  readonly crew?: Crew
}

/**
 * Ego-splitting: everybody's neighbours are sorted into circles who know one another; a person has a persona per
 * circle; communities of personas are non-overlapping, those of people overlap. Ties in no triangle play no part.
 *
 * Input: an undirected graph. Cost: O(Σ over ties of the smaller degree), then that of Leiden.
 * Epasto, Lattanzi & Paes Leme (2017), Ego-splitting framework, KDD.
 */
export async function egoSplitting(graph: Graph, options: EgoSplittingOptions = {}): Promise<Cover> {
  demandUndirected(graph, 'Ego-splitting')
  const { seed = 1, divide = 'once', least = 5, crew = alone } = options
  const personas = await personasOf(forCrew(graph, crew), seed, crew)
  if (divide === 'once') return ownersOf(personas, leiden(personas.graph, { seed }), least)
  const { coarse, finest } = await dividedByComponent(personas.graph, seed, crew)
  return distinct(joined(ownersOf(personas, finest, least), ownersOf(personas, coarse, least)))
}

async function personasOf(graph: Graph, seed: number, crew: Crew): Promise<Personas> {
  const circles = emptyCircles(graph, crew.size > 1)
  await crew.run(
    'findCircles',
    sharesOf(graph.nodes, crew).map((range) => ({ ...range, graph, circles, seed })),
  )
  return personasFrom(graph, circles)
}

async function dividedByComponent(personas: Graph, seed: number, crew: Crew): Promise<Divided> {
  const graph = forCrew(personas, crew)
  const parts = forCrew(coverOf(components(graph)), crew)
  const shares = sharesOf(communityCount(parts), crew)
  const divided = await crew.run(
    'divideParts',
    shares.map((range) => ({ ...range, graph, parts, seed })),
  )
  const assembled = (level: keyof Divided) => {
    const partition = new Int32Array(graph.nodes)
    let used = 0
    shares.forEach(({ from }, share) => {
      const labels = divided[share]![level]
      const start = parts.offsets[from]!
      labels.forEach((label, at) => (partition[parts.members[start + at]!] = used + label))
      used += partsOf(labels)
    })
    return partition
  }
  return { coarse: assembled('coarse'), finest: assembled('finest') }
}

/** Communities of personas as communities of their owners. */
function ownersOf(personas: Personas, partition: Partition, least: number): Cover {
  const { offsets, members } = coverOf(partition)
  const lists: Int32Array[] = []
  for (let part = 0; part + 1 < offsets.length; part++) {
    const owners = members.subarray(offsets[part]!, offsets[part + 1]!).map((persona) => personas.ownerOf[persona]!)
    const people = owners.filter((owner, at) => at === 0 || owner !== owners[at - 1])
    if (people.length >= least) lists.push(people)
  }
  return coverFrom(lists)
}
