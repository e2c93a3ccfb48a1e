import { type Graph, demandUndirected } from '../../graph/graph.ts'
import { type Random, seededRandom } from '../../random.ts'
import { type Partition, renumber } from '../partition.ts'
import type { QualityName } from '../quality.ts'
import { aggregated } from './aggregate.ts'
import { type Level, groundLevel } from './level.ts'
import { moveNodes } from './move.ts'
import { refineGroups } from './refine.ts'

export interface LeidenOptions {
  readonly quality?: QualityName
  /** γ: higher gives smaller communities. 1 is the modularity of Newman and Girvan; for CPM it is a density. */
  readonly resolution?: number
  readonly seed?: number
  /** How often to go through all levels again from the result so far; it ends early when nothing moves. */
  readonly iterations?: number
  readonly start?: Partition
}

/**
 * Leiden communities: local moving, refinement into well connected groups, aggregation, until nothing moves.
 * Communities are connected. Resolution limit: modularity merges communities smaller than about √(2m).
 *
 * Input: an undirected graph. Output: a label per node. Cost: close to O(arcs) per iteration.
 * Traag, Waltman & Van Eck (2019), From Louvain to Leiden, Sci. Rep. 9, 5233.
 */
export function leiden(graph: Graph, options: LeidenOptions = {}): Partition {
  const { quality = 'modularity', resolution = 1, seed = 1, iterations = 2, start } = options
  demandUndirected(graph, 'Leiden')
  if (!(resolution > 0)) throw new RangeError(`The resolution is a positive number, not ${resolution}`)
  const random = seededRandom(seed)
  const ground = groundLevel(graph, quality, resolution)
  let partition: Partition = start ? start.slice() : Int32Array.from({ length: graph.nodes }, (_, node) => node)
  renumber(partition)

  for (let iteration = 0; iteration < iterations; iteration++) {
    const { labels, moves } = oneIteration(ground, partition, random)
    partition = labels
    if (moves === 0) break
  }
  return partition
}

function oneIteration(ground: Level, start: Partition, random: Random) {
  let level = ground
  let community = start.slice()
  let groupOf: Int32Array | undefined
  let moves = 0
  for (;;) {
    moves += moveNodes(level, community, random)
    const communities = renumber(community)
    const labels = through(groupOf, community)
    if (communities === level.nodes) return { labels, moves }
    const { group, groups } = groupsWithin(level, community, communities, random)
    const above = new Int32Array(groups)
    for (let node = 0; node < level.nodes; node++) above[group[node]!] = community[node]!
    groupOf = through(groupOf, group)
    level = aggregated(level, group, groups)
    community = above
  }
}

/** Well connected groups; where none could be formed, the communities themselves move on as they are. */
function groupsWithin(level: Level, community: Int32Array, communities: number, random: Random) {
  const group = refineGroups(level, community, random)
  const groups = renumber(group)
  return groups < level.nodes ? { group, groups } : { group: community.slice(), groups: communities }
}

/** Labels of the level's nodes, carried down to the people they stand for. */
const through = (groupOf: Int32Array | undefined, labels: Int32Array): Int32Array =>
  groupOf ? groupOf.map((group) => labels[group]!) : labels.slice()
