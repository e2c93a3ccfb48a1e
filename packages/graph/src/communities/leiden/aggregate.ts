import { coverOf } from '../partition.ts'
import type { Level } from './level.ts'

/** The level above: one node per group, ties between groups added up. O(arcs). */
export function aggregated(level: Level, group: Int32Array, groups: number): Level {
  const { offsets, targets, weights } = level
  const { offsets: starts, members } = coverOf(group, groups)
  const strength = new Float64Array(groups)
  const near = new Int32Array(groups)
  const mass = new Float64Array(groups)
  const rows = new Int32Array(groups + 1)
  let room = Math.max(1024, targets.length >> 1)
  let above = { targets: new Int32Array(room), weights: new Float64Array(room) }
  let used = 0

  for (let one = 0; one < groups; one++) {
    let found = 0
    for (let at = starts[one]!; at < starts[one + 1]!; at++) {
      const node = members[at]!
      mass[one]! += level.mass[node]!
      for (let arc = offsets[node]!; arc < offsets[node + 1]!; arc++) {
        const other = group[targets[arc]!]!
        if (other === one) continue
        if (strength[other] === 0) near[found++] = other
        strength[other]! += weights[arc]!
      }
    }
    if (used + found > room) above = grown(above, (room = Math.min(targets.length, 2 * room + found)))
    for (let at = 0; at < found; at++) {
      above.targets[used] = near[at]!
      above.weights[used++] = strength[near[at]!]!
      strength[near[at]!] = 0
    }
    rows[one + 1] = used
  }
  return { ...above, nodes: groups, offsets: rows, mass, penalty: level.penalty }
}

function grown(arcs: { targets: Int32Array; weights: Float64Array }, room: number) {
  const more = { targets: new Int32Array(room), weights: new Float64Array(room) }
  more.targets.set(arcs.targets)
  more.weights.set(arcs.weights)
  return more
}
