import { type Random, shuffle } from '../../random.ts'
import type { Level } from './level.ts'

const LEAST_GAIN = 1e-10

/**
 * Fast local moving: nodes wait in a queue; each moves to the neighbouring (or an empty) community that gains most,
 * and then wakes its neighbours outside that community. Changes `community` in place; returns the number of moves.
 * The queue starts in an order that is random within runs of neighbouring ids: ids of organizations lie near each
 * other for people who sit near each other, and following them halves the time lost to the memory.
 */
export function moveNodes(level: Level, community: Int32Array, random: Random): number {
  const { nodes, offsets, targets, weights, mass, penalty } = level
  const { total, count, empty } = tally(level, community)
  let spare = empty.length
  const strength = new Float64Array(nodes)
  const near = new Int32Array(nodes + 1)
  const queue = startingOrder(nodes, random)
  const waiting = new Uint8Array(nodes).fill(1)
  let head = 0
  let moves = 0

  for (let length = nodes; length > 0;) {
    const node = queue[head]!
    if (++head === nodes) head = 0
    length--
    waiting[node] = 0
    const start = offsets[node]!
    const end = offsets[node + 1]!
    const own = community[node]!
    const price = penalty * mass[node]!

    let found = 0
    for (let arc = start; arc < end; arc++) {
      const other = community[targets[arc]!]!
      const sum = strength[other]!
      if (sum === 0) near[found++] = other
      strength[other] = sum + weights[arc]!
    }
    let best = own
    let gain = strength[own]! - price * (total[own]! - mass[node]!) + LEAST_GAIN
    for (let at = 0; at < found; at++) {
      const other = near[at]!
      const here = strength[other]! - price * total[other]!
      strength[other] = 0
      if (here > gain && other !== own) {
        gain = here
        best = other
      }
    }
    if (gain < 0 && count[own]! > 1 && spare > 0) best = empty[spare - 1]!
    if (best === own) continue

    if (count[best] === 0) spare--
    total[own]! -= mass[node]!
    if (--count[own]! === 0) {
      total[own] = 0
      empty[spare++] = own
    }
    total[best]! += mass[node]!
    count[best]!++
    community[node] = best
    moves++
    for (let arc = start; arc < end; arc++) {
      const other = targets[arc]!
      if (waiting[other] === 1 || community[other] === best) continue
      waiting[other] = 1
      let tail = head + length++
      if (tail >= nodes) tail -= nodes
      queue[tail] = other
    }
  }
  return moves
}

function tally(level: Level, community: Int32Array) {
  const total = new Float64Array(level.nodes)
  const count = new Int32Array(level.nodes)
  for (let node = 0; node < level.nodes; node++) {
    total[community[node]!]! += level.mass[node]!
    count[community[node]!]!++
  }
  const empty: number[] = []
  for (let label = level.nodes - 1; label >= 0; label--) if (count[label] === 0) empty.push(label)
  return { total, count, empty }
}

/** Up to this many nodes the memory is near anyway, and the order is wholly random. */
const NEAR = 1 << 17
const RUN = 1 << 12

export function startingOrder(nodes: number, random: Random): Int32Array {
  const order = new Int32Array(nodes)
  for (let node = 0; node < nodes; node++) order[node] = node
  const run = nodes <= NEAR ? nodes : RUN
  for (let start = 0; start < nodes; start += run) shuffle(order.subarray(start, Math.min(nodes, start + run)), random)
  return order
}
