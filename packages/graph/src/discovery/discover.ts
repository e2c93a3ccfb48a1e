import { type Cover, joined, unchanged } from '../communities/cover.ts'
import { egoSplitting } from '../communities/ego-splitting/ego-splitting.ts'
import { crossUnitTies } from '../communities/residual.ts'
import type { Evidence } from '../communities/significance/evidence.ts'
import { type NullModel, nullModel } from '../communities/significance/null-model.ts'
import { ranked } from '../communities/significance/ranked.ts'
import { SETTLED, evidenceOf, refineCover } from '../communities/significance/refine-cover.ts'
import { type Crew, alone, forCrew } from '../crew/crew.ts'
import { type Graph, demandUndirected } from '../graph/graph.ts'
import { candidatesLeftOver } from './leftover.ts'

/** How often the ties not explained are searched once more, at most. */
const PASSES = 2

export interface DiscoveryOptions {
  /** The formal unit of each person; without it everybody counts as a unit of their own. */
  readonly units?: Int32Array
  /**
   * What the formal chart explains: 'cross' looks only at ties from unit to unit; 'soft' also at ties inside units,
   * against what the unit's own volume leads one to expect, and so sees communities that live partly inside one unit.
   */
  readonly form?: 'cross' | 'soft'
  readonly seed?: number
  /** Communities of fewer people are not shown. */
  readonly least?: number
  readonly crew?: Crew
}

export interface Discovery {
  readonly communities: Cover
  readonly evidence: Evidence
  /** The ties that were looked at (weights are ranks, where they differ), and what was expected of them. */
  readonly network: Graph
  readonly model: NullModel
}

/**
 * Communities that live between the units of an organization: candidates by ego-splitting of the residual network,
 * refined by significance, then again from the ties that these do not explain. Where the chart explains
 * everything, nothing is found. The same seed gives the same result on any number of workers.
 *
 * Input: an undirected graph of ties. Cost: that of `egoSplitting` and `refineCover`, close to O(ties).
 */
export async function discover(graph: Graph, options: DiscoveryOptions = {}): Promise<Discovery> {
  demandUndirected(graph, 'Discovery')
  const { units, form = 'cross', seed = 1, least = 5, crew = alone } = options
  if (units && units.length !== graph.nodes)
    throw new RangeError(`There are ${graph.nodes} people but units for ${units.length}`)
  const shared = crew.size > 1
  const ties = ranked(graph, shared)
  const residual = forCrew(units ? crossUnitTies(ties, units, shared) : ties, crew)
  const network = form === 'soft' && units ? forCrew(ties, crew) : residual
  const model = forCrew(nullModel(network, units), crew)

  const candidates = await egoSplitting(residual, { seed, divide: 'recursively', least: 3, crew })
  let communities = await refineCover(network, model, candidates, { least, crew })
  for (let pass = 0; pass < PASSES; pass++) {
    const before = communities
    const more = candidatesLeftOver(residual, before, seed + pass, least)
    communities = await refineCover(network, model, joined(before, more), { least, crew, chosen: true })
    if (unchanged(before, communities) >= SETTLED) break
  }
  const evidence = await evidenceOf({ graph: network, model, crew }, communities)
  return { communities, evidence, network, model }
}
