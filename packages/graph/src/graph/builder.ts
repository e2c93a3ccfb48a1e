import type { Graph } from './graph.ts'
import { type BuildOptions, rowsFrom } from './rows.ts'

export type { BuildOptions } from './rows.ts'

export interface GraphBuilder {
  /** Adds a tie; repeated ties add up, a tie to oneself is counted in `loops` and left out. */
  add(from: number, to: number, weight?: number): void
  /** Ties to oneself that were left out. */
  readonly loops: number
  /** The graph of all ties added; `nodes` is at least one more than the highest id seen. */
  build(nodes?: number): Graph
}

/**
 * Collects ties from a stream of any order and length, then sorts them into rows by counting.
 * Cost: O(ties + nodes) time; 16 bytes per tie while collecting (8 where every weight is 1), 12 bytes per arc built.
 */
export function graphBuilder(options: BuildOptions = {}): GraphBuilder {
  let ends = new Int32Array(2 * Math.max(16, options.expected ?? 1024))
  let weights: Float64Array | undefined
  let count = 0
  let loops = 0
  let highest = -1

  function makeRoom() {
    const room = Math.ceil(ends.length * 0.75) * 2
    const more = new Int32Array(room)
    more.set(ends)
    ends = more
    if (weights) weights = grown(weights, room / 2)
  }

  return {
    get loops() {
      return loops
    },
    add(from, to, weight = 1) {
      demandTie(from, to, weight)
      if (from > highest) highest = from
      if (to > highest) highest = to
      if (from === to) return void loops++
      if (2 * count === ends.length) makeRoom()
      if (weight !== 1 && !weights) weights = grown(new Float64Array(count).fill(1), ends.length / 2)
      ends[2 * count] = from
      ends[2 * count + 1] = to
      if (weights) weights[count] = weight
      count++
    },
    build(nodes = highest + 1) {
      if (nodes <= highest) throw new RangeError(`Node ${highest} does not fit into ${nodes} nodes`)
      return rowsFrom({ nodes, count, ends, weights }, options)
    },
  }
}

function grown(weights: Float64Array, room: number): Float64Array<ArrayBuffer> {
  const more = new Float64Array(room)
  more.set(weights)
  return more
}

function demandTie(from: number, to: number, weight: number): void {
  if (!(Number.isInteger(from) && Number.isInteger(to) && from >= 0 && to >= 0))
    throw new RangeError(`A tie joins two whole numbers from 0, not ${from} and ${to}`)
  if (!(weight > 0 && weight < Infinity))
    throw new RangeError(`The weight of a tie is a positive number, not ${weight}`)
}
