import {
  bestJaccards,
  type Cover,
  communityCount,
  coverFrom,
  type Crew,
  type Discovery,
  discover,
  forCommonMembers,
  type Graph,
  membersOf,
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

/** Looks with five seeds; shows what most of them find, and the chart does not explain. */
export async function findCommunities(search: Search, chart: Chart, tell: (done: number) => void): Promise<Found> {
  const { ties, level, form, seed, crew } = search
  const runs: Discovery[] = []
  for (let nth = 0; nth < seedsOfRun; nth++) {
    runs.push(await discover(ties, { ...(level && { units: level.partition }), form, seed: seed + nth, crew }))
    tell(nth + 1)
  }
  const covers = runs.map(({ communities }) => communities)
  const { agreed, unstable } = agreedOn(runs, ties.nodes)
  const cover = coverFrom(agreed.map(({ members }) => members))
  const units = unitLike(cover, chart, ties.nodes)
  const kept = agreed.filter((_, community) => !units.has(community))
  return {
    communities: selected(cover, (community) => !units.has(community)),
    stability: Float64Array.from(kept, ({ stable }) => stable),
    gain: Float64Array.from(kept, ({ gain }) => gain),
    network: runs[0]!.network,
    agreement: covers.every((one) => communityCount(one) === 0) ? null : stability(covers, ties.nodes).ofRuns,
    unstable,
    unitsAgain: units.size,
  }
}

interface Agreed {
  readonly members: Int32Array
  readonly stable: number
  readonly gain: number
}

/** Communities that the other seeds find again, each once: as the first seed has it that found it. */
function agreedOn(runs: readonly Discovery[], people: number): { agreed: Agreed[]; unstable: number } {
  const agreed: Agreed[] = []
  let unstable = 0
  runs.forEach(({ communities, evidence }, nth) => {
    const others = runs.filter((_, at) => at !== nth).map((run) => run.communities)
    const { ofCommunities } = stability([communities, ...others], people)
    const known = bestJaccards(communities, coverFrom(agreed.map(({ members }) => members)), people)
    ofCommunities.forEach((stable, community) => {
      if (stable < leastStability) unstable += Number(nth === 0)
      else if (known[community]! < leastLikeness)
        agreed.push({ members: membersOf(communities, community), stable, gain: evidence.gain[community]! })
    })
  })
  return { agreed, unstable }
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
