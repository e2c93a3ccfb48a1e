import {
  type Cover,
  communityCount,
  coverFrom,
  type Crew,
  type Discovery,
  discover,
  forCommonMembers,
  type Graph,
  selected,
  sizeOf,
  stability,
} from '@mortar/graph'
import type { DiscoveryForm } from '@mortar/contract/network-discovery'
import type { Chart, Level } from './chart.ts'

export const seedsOfRun = 5
/** A community that the other seeds find again by less than this (Jaccard, on average) is not shown. */
const leastStability = 0.5
/** As much of a community and of a unit in common makes it that unit again. */
const leastLikeness = 0.5

export interface Search {
  readonly ties: Graph
  readonly level: Level | undefined
  readonly form: DiscoveryForm
  readonly seed: number
  readonly crew: Crew
}

export interface Found {
  readonly communities: Cover
  /** By community. */
  readonly stability: Float64Array
  readonly gain: Float64Array
  /** The ties that were looked at. */
  readonly network: Graph
  /** How far the seeds agree; null where none found anything. */
  readonly agreement: number | null
  readonly unstable: number
  readonly unitsAgain: number
}

/** Looks with five seeds; shows what the first found, most of the others found again, and the chart does not explain. */
export async function findCommunities(search: Search, chart: Chart, tell: (done: number) => void): Promise<Found> {
  const { ties, level, form, seed, crew } = search
  const runs: Discovery[] = []
  for (let nth = 0; nth < seedsOfRun; nth++) {
    runs.push(await discover(ties, { ...(level && { units: level.partition }), form, seed: seed + nth, crew }))
    tell(nth + 1)
  }
  const [first] = runs as [Discovery]
  const covers = runs.map(({ communities }) => communities)
  const { ofRuns, ofCommunities } = stability(covers, ties.nodes)
  const units = unitLike(first.communities, chart, ties.nodes)
  const stable = (community: number) => ofCommunities[community]! >= leastStability
  const kept = [...ofCommunities.keys()].filter((community) => stable(community) && !units.has(community))
  const keeping = new Set(kept)
  return {
    communities: selected(first.communities, (community) => keeping.has(community)),
    stability: Float64Array.from(kept, (community) => ofCommunities[community]!),
    gain: Float64Array.from(kept, (community) => first.evidence.gain[community]!),
    network: first.network,
    agreement: covers.every((cover) => communityCount(cover) === 0) ? null : ofRuns,
    unstable: [...ofCommunities.keys()].filter((community) => !stable(community)).length,
    unitsAgain: [...units].filter(stable).length,
  }
}

/** Communities that are as good as a unit of the chart, on whatever level. */
function unitLike(cover: Cover, chart: Chart, people: number): Set<number> {
  const again = new Set<number>()
  const all = unitsWithAllBelow(chart)
  forCommonMembers(cover, all, people, (community, unit, common) => {
    const together = sizeOf(cover, community) + sizeOf(all, unit) - common
    if (common / together >= leastLikeness) again.add(community)
  })
  return again
}

/** Each unit with the people of everything below it. */
function unitsWithAllBelow({ ids, parents, unitOf }: Chart): Cover {
  const lists: number[][] = ids.map(() => [])
  unitOf.forEach((unit, person) => {
    const seen = new Set<number>()
    for (let at = unit; at >= 0 && !seen.has(at); at = parents[at]!) {
      seen.add(at)
      lists[at]!.push(person)
    }
  })
  return coverFrom(lists)
}
