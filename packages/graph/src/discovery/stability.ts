import { type Cover, communityCount } from '../communities/cover.ts'
import { bestJaccards } from '../scores/jaccard.ts'
import { overlappingNmi } from '../scores/overlapping-nmi.ts'

export interface Stability {
  /** Mean overlapping NMI over all pairs of runs: 1 when every seed gives the same. */
  readonly ofRuns: number
  /** For each community of the first run: how alike its best match is in the other runs, on average. */
  readonly ofCommunities: Float64Array
}

/** How far runs with different seeds agree. At least two runs. Cost: that of the scores for each pair. */
export function stability(runs: readonly Cover[], nodes: number): Stability {
  const [first, ...others] = runs
  if (!first || others.length === 0) throw new RangeError('Stability compares at least two runs')
  const pairs = runs.flatMap((one, at) => runs.slice(at + 1).map((other) => overlappingNmi(one, other, nodes)))
  const ofCommunities = new Float64Array(communityCount(first))
  for (const other of others)
    bestJaccards(first, other, nodes).forEach(
      (value, community) => (ofCommunities[community]! += value / others.length),
    )
  return { ofRuns: pairs.reduce((sum, value) => sum + value, 0) / pairs.length, ofCommunities }
}
