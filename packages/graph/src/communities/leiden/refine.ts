import type { Random } from '../../random.ts'
import type { Level } from './level.ts'
import { startingOrder } from './move.ts'

/** Among groups that gain about the same, chance decides: always the lightest would grow crooked groups. */
const CHANCE = 0.01

/**
 * Splits every community into well connected groups: each node starts alone and, while alone, may join a group of its
 * own community that gains most, if both are well connected to the rest of the community. Groups are connected by
 * construction, which is what Louvain lacks. Returns the group of every node.
 */
export function refineGroups(level: Level, community: Int32Array, random: Random): Int32Array {
  const { nodes, offsets, targets, weights, mass, penalty } = level
  const group = new Int32Array(nodes)
  const { total, outward } = withinCommunity(level, community)
  const groupMass = mass.slice()
  const single = new Uint8Array(nodes).fill(1)
  const strength = new Float64Array(nodes)
  const near = new Int32Array(nodes)
  for (let node = 0; node < nodes; node++) group[node] = node
  const wellConnected = (one: number, whole: number) =>
    outward[one]! >= penalty * groupMass[one]! * (total[whole]! - groupMass[one]!)

  for (const node of startingOrder(nodes, random)) {
    const own = community[node]!
    if (single[node] === 0 || !wellConnected(node, own)) continue
    let found = 0
    for (let arc = offsets[node]!; arc < offsets[node + 1]!; arc++) {
      const other = targets[arc]!
      if (community[other] !== own) continue
      const joined = group[other]!
      if (strength[joined] === 0) near[found++] = joined
      strength[joined]! += weights[arc]!
    }
    let best = -1
    let gain = 0
    for (let at = 0; at < found; at++) {
      const joined = near[at]!
      const here = (strength[joined]! - penalty * mass[node]! * groupMass[joined]!) * (1 + CHANCE * random())
      if (here > gain && wellConnected(joined, own)) {
        gain = here
        best = joined
      }
    }
    if (best >= 0) {
      outward[best]! += outward[node]! - 2 * strength[best]!
      groupMass[best]! += mass[node]!
      single[best] = 0
      single[node] = 0
      group[node] = best
    }
    for (let at = 0; at < found; at++) strength[near[at]!] = 0
  }
  return group
}

/** Mass of each community, and each node's tie weight to the rest of its own community. */
function withinCommunity({ nodes, offsets, targets, weights, mass }: Level, community: Int32Array) {
  const total = new Float64Array(nodes)
  const outward = new Float64Array(nodes)
  for (let node = 0; node < nodes; node++) {
    const own = community[node]!
    total[own]! += mass[node]!
    let sum = 0
    for (let arc = offsets[node]!; arc < offsets[node + 1]!; arc++)
      if (community[targets[arc]!] === own) sum += weights[arc]!
    outward[node] = sum
  }
  return { total, outward }
}
