import { type Cover, communityCount, sizeOf } from '../communities/cover.ts'
import { forCommonMembers } from '../scores/common-members.ts'

export type Change =
  | { readonly kind: 'stayed' | 'grown' | 'shrunk'; readonly before: number; readonly now: number }
  | { readonly kind: 'split'; readonly before: number; readonly into: readonly number[] }
  | { readonly kind: 'merged'; readonly from: readonly number[]; readonly now: number }
  | { readonly kind: 'born'; readonly now: number }
  | { readonly kind: 'gone'; readonly before: number }

export interface ChangeOptions {
  /** Two communities are kin when they share this part of the smaller one, at least. */
  readonly kinship?: number
  /** A community has grown or shrunk when its size changed by this part, at least. */
  readonly growth?: number
}

/**
 * What became of communities from one window to the next: kin are those that share at least half of the smaller one.
 * One kin each way: stayed, grown or shrunk; several now: split; several before: merged; none: born or gone.
 * When both split and merged, the community is named in a change of each kind. Cost: that of `forCommonMembers`.
 * Events after Palla, Barabási & Vicsek (2007), Nature 446, 664-667.
 */
export function changesBetween(before: Cover, now: Cover, nodes: number, options: ChangeOptions = {}): Change[] {
  const { kinship = 0.5, growth = 0.2 } = options
  const heirs: number[][] = Array.from({ length: communityCount(before) }, () => [])
  const forebears: number[][] = Array.from({ length: communityCount(now) }, () => [])
  forCommonMembers(before, now, nodes, (old, fresh, common) => {
    if (common < kinship * Math.min(sizeOf(before, old), sizeOf(now, fresh))) return
    heirs[old]!.push(fresh)
    forebears[fresh]!.push(old)
  })

  const changes: Change[] = []
  heirs.forEach((kin, old) => {
    if (kin.length === 0) changes.push({ kind: 'gone', before: old })
    else if (kin.length > 1) changes.push({ kind: 'split', before: old, into: kin })
    else if (forebears[kin[0]!]!.length === 1) {
      const ratio = sizeOf(now, kin[0]!) / sizeOf(before, old)
      const kind = ratio >= 1 + growth ? 'grown' : ratio <= 1 - growth ? 'shrunk' : 'stayed'
      changes.push({ kind, before: old, now: kin[0]! })
    }
  })
  forebears.forEach((kin, fresh) => {
    if (kin.length === 0) changes.push({ kind: 'born', now: fresh })
    else if (kin.length > 1) changes.push({ kind: 'merged', from: kin, now: fresh })
  })
  return changes
}
