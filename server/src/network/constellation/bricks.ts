import type { UnitOfDay } from './queries/units.ts'

/** How many bricks one picture carries and still can be read. */
export const mostBricks = 12

/** What a brick stands for: one unit, or several neighbours in the order of their names. */
export type Brick = readonly [UnitOfDay, ...UnitOfDay[]]

export interface Bricks {
  bricks: Brick[]
  /** Units that stand before the first of them. */
  before: number
}

interface Range {
  skip: number
  /** How many units from there on; all that are left when not given. */
  take?: number | undefined
}

/**
 * Units as bricks: one each where there is room for all, else as many neighbours in each as in any other, give or take one.
 * A range in which nothing is left, since the chart of another day is smaller, gives way to all.
 */
export function bricksOf(units: readonly UnitOfDay[], range: Range): Bricks {
  const before = range.skip < units.length ? range.skip : 0
  const asked = units.slice(before, before + (range.take ?? units.length))
  if (asked.length <= mostBricks) return { bricks: asked.map((unit) => [unit]), before }
  const count = Math.ceil(asked.length / Math.ceil(asked.length / mostBricks))
  const edge = (nth: number) => Math.floor((nth * asked.length) / count)
  const bricks = Array.from({ length: count }, (_, nth) => asked.slice(edge(nth), edge(nth + 1)) as unknown as Brick)
  return { bricks, before }
}

/** In the order of names as a reader of this language has it, 9 before 10. */
export function inOrder(units: readonly UnitOfDay[], language: string): UnitOfDay[] {
  const { compare } = new Intl.Collator(language, { numeric: true })
  return units.toSorted((one, other) => compare(one.name, other.name) || (one.id < other.id ? -1 : 1))
}
