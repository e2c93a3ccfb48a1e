import { accumulate } from '../graph/rows.ts'
import { type Cover, communityCount } from './cover.ts'

/** Exactly one community per node: `partition[v]` is the community of v, numbered 0, 1, … by first appearance. */
export type Partition = Int32Array

/** Renumbers labels 0 … bound - 1 by first appearance, in place; returns how many there are. */
export function renumber(labels: Int32Array, bound = labels.length): number {
  const fresh = new Int32Array(bound).fill(-1)
  let count = 0
  for (let node = 0; node < labels.length; node++) {
    const label = labels[node]!
    if (fresh[label]! < 0) fresh[label] = count++
    labels[node] = fresh[label]!
  }
  return count
}

/** Renumbers labels of any value (department numbers, say) into a partition. */
export function partitionFrom(labels: ArrayLike<number | string>): Partition {
  const fresh = new Map<number | string, number>()
  return Int32Array.from(labels as ArrayLike<number>, (label) => {
    const known = fresh.get(label) ?? fresh.size
    fresh.set(label, known)
    return known
  })
}

/** How many communities a partition has. */
export function partsOf(partition: Partition): number {
  let highest = -1
  for (const label of partition) if (label > highest) highest = label
  return highest + 1
}

/** The same communities as a cover. O(nodes). */
export function coverOf(partition: Partition, parts = partsOf(partition)): Cover {
  const offsets = new Int32Array(parts + 1)
  for (const label of partition) offsets[label + 1]!++
  accumulate(offsets)
  const members = new Int32Array(partition.length)
  const next = offsets.slice(0, parts)
  for (let node = 0; node < partition.length; node++) members[next[partition[node]!]!++] = node
  return { offsets, members }
}

/** A cover without overlap as a partition; nodes in no community become communities of one. */
export function partitionOf(cover: Cover, nodes: number): Partition {
  const partition = new Int32Array(nodes).fill(-1)
  for (let community = 0; community < communityCount(cover); community++)
    for (let at = cover.offsets[community]!; at < cover.offsets[community + 1]!; at++)
      partition[cover.members[at]!] = community
  let next = communityCount(cover)
  return partitionFrom(partition.map((label) => (label < 0 ? next++ : label)))
}
