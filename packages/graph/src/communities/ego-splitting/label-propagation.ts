import { type Random, below } from '../../random.ts'
import type { EgoNet } from './ego-net.ts'

const ROUNDS = 10

/**
 * Label propagation on small nets: each place takes the label with most tie weight around it until nothing changes
 * (at most ten rounds). The labels of a net are read from `labels`, which is reused. O(rounds · ties).
 * Raghavan, Albert & Kumara (2007), Phys. Rev. E 76, 036106.
 */
export function labelPropagation(): { labels: Int32Array; run(net: EgoNet, random: Random): void } {
  let order = new Int32Array(1024)
  let near = new Int32Array(1024)
  let strength = new Float64Array(1024)

  const strongest = (net: EgoNet, at: number, labels: Int32Array): number => {
    const from = net.offsets[at]!
    const to = net.offsets[at + 1]!
    let found = 0
    for (let arc = from; arc < to; arc++) {
      const label = labels[net.targets[arc]!]!
      if (strength[label] === 0) near[found++] = label
      strength[label]! += net.weights[arc]!
    }
    let best = labels[at]!
    for (let index = 0; index < found; index++) if (strength[near[index]!]! > strength[best]!) best = near[index]!
    for (let index = 0; index < found; index++) strength[near[index]!] = 0
    return best
  }

  const lists = {
    labels: new Int32Array(1024),
    run(net: EgoNet, random: Random) {
      if (net.size > order.length) {
        lists.labels = new Int32Array(2 * net.size)
        order = new Int32Array(2 * net.size)
        near = new Int32Array(2 * net.size)
        strength = new Float64Array(2 * net.size)
      }
      const { labels } = lists
      for (let at = 0; at < net.size; at++) labels[at] = order[at] = at
      for (let round = 0; round < ROUNDS; round++) {
        let changed = 0
        for (let last = net.size - 1; last >= 0; last--) {
          const pick = below(random, last + 1)
          const at = order[pick]!
          order[pick] = order[last]!
          order[last] = at
          const best = strongest(net, at, labels)
          if (best === labels[at]) continue
          labels[at] = best
          changed++
        }
        if (changed === 0) break
      }
    },
  }
  return lists
}
