import type { Partition } from '../communities/partition.ts'
import { partsOf } from '../communities/partition.ts'

/** How often each label of one partition meets each label of another, and how often each occurs. */
export interface Contingency {
  readonly nodes: number
  readonly one: Float64Array
  readonly other: Float64Array
  readonly both: Float64Array
}

export function contingency(one: Partition, other: Partition): Contingency {
  if (one.length !== other.length)
    throw new RangeError(`Both partitions must be of the same nodes, not of ${one.length} and ${other.length}`)
  const columns = partsOf(other)
  const both = new Map<number, number>()
  const counts = { one: new Float64Array(partsOf(one)), other: new Float64Array(columns) }
  for (let node = 0; node < one.length; node++) {
    const cell = one[node]! * columns + other[node]!
    both.set(cell, (both.get(cell) ?? 0) + 1)
    counts.one[one[node]!]!++
    counts.other[other[node]!]!++
  }
  return { nodes: one.length, ...counts, both: Float64Array.from(both.values()) }
}
