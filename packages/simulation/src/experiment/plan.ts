import { chanceOf } from '../random/stream.ts'
import { type Cell, fullFactorial, latinHypercube, type Ranges, sobol } from './design.ts'

/** Which settings an experiment tries: told outright, or as values or ranges from which the cells follow. */
export type Design =
  | { readonly kind: 'cells'; readonly cells: readonly Cell[] }
  /** Every combination; without values one cell, as the settings stand. */
  | { readonly kind: 'every'; readonly values: Readonly<Record<string, readonly unknown[]>> }
  | { readonly kind: 'sobol' | 'latin'; readonly ranges: Ranges; readonly points: number }

/** How many cells follow from a design. */
export function cellCount(design: Design): number {
  if (design.kind === 'cells') return design.cells.length
  if (design.kind !== 'every') return design.points
  return Object.values(design.values).reduce((all, each) => all * each.length, 1)
}

/** The cells of a design, the same for the same seed. A RangeError for more ranges than can be spread over. */
export function cellsOf(design: Design, seed: number): Cell[] {
  switch (design.kind) {
    case 'cells':
      return [...design.cells]
    case 'every':
      return fullFactorial(design.values)
    case 'sobol':
      return sobol(design.ranges, design.points)
    case 'latin':
      return latinHypercube(design.ranges, design.points, chanceOf(seed, 0).stream(0))
  }
}
