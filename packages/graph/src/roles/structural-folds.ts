import { type Cover, membershipsOf } from '../communities/cover.ts'

/** People who are full members of two or more communities, with these communities: the folds between them. */
export interface StructuralFold {
  readonly node: number
  readonly communities: readonly number[]
}

/**
 * Structural folds: not bridges between communities but insiders of several. O(memberships).
 * Vedres & Stark (2010), Structural folds, AJS 115, 1150-1190.
 */
export function structuralFolds(cover: Cover, nodes: number): StructuralFold[] {
  const { offsets, members } = membershipsOf(cover, nodes)
  const folds: StructuralFold[] = []
  for (let node = 0; node < nodes; node++)
    if (offsets[node + 1]! - offsets[node]! > 1)
      folds.push({ node, communities: [...members.subarray(offsets[node]!, offsets[node + 1]!)] })
  return folds
}
