import {
  type Cover,
  type Discovery,
  type Graph,
  averageF1,
  communityCount,
  evidenceFor,
  nullModel,
  overlappingNmi,
  overlappingPeopleF1,
  recovered,
  refineCover,
} from '@mortar/graph'

export interface Figures {
  readonly recovered: number
  readonly f1: number
  readonly nmi: number
  readonly overlapping: number
  readonly found: number
}

export const figuresOf = (truth: Cover, found: Cover, people: number): Figures => ({
  recovered: recovered(truth, found, people),
  f1: averageF1(truth, found, people),
  nmi: overlappingNmi(truth, found, people),
  overlapping: overlappingPeopleF1(truth, found, people),
  found: communityCount(found),
})

/** What the refinement makes of the truth itself: about the best that can be known from these ties. */
export const oracle = ({ network, model }: Discovery, truth: Cover): Promise<Cover> =>
  refineCover(network, model, truth, { rounds: 6, chosen: true })

/** How many planted communities have no gain over chance at all: nobody could show them without showing noise. */
export function belowChance(graph: Graph, units: Int32Array, truth: Cover): number {
  const { gain } = evidenceFor(graph, nullModel(graph, units), truth)
  return gain.filter((value) => value <= 0).length / gain.length
}

export async function timed<Value>(work: () => Promise<Value> | Value): Promise<{ value: Value; seconds: number }> {
  const start = performance.now()
  const value = await work()
  return { value, seconds: (performance.now() - start) / 1000 }
}

/** The most memory the process has held, in GB. */
export const peakMemory = () => process.resourceUsage().maxRSS / 1e6
