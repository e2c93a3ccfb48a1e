import type { MaturityAct } from '@mortar/contract/measurement-maturity'

export type Said = readonly [en: string, fi: string]

export interface Fact<Facts> {
  readonly id: string
  /** A sentence that is true or not; it is its own formula. */
  readonly says: Said
  readonly act: MaturityAct
  /** Nothing where fewer than five people are behind it. */
  holds(facts: Facts): boolean | null
}

/** One side of maturity: asked of people in four descriptions, looked for in three facts. */
export interface Question<Facts> {
  readonly id: string
  readonly name: Said
  readonly ask: Said
  readonly levels: readonly [Said, Said, Said, Said]
  readonly facts: readonly [Fact<Facts>, Fact<Facts>, Fact<Facts>]
}

/** One level, and one more for each fact that is seen before the first that is not. */
export function evidenceLevel<Facts>({ facts }: Pick<Question<Facts>, 'facts'>, known: Facts): number {
  const gap = facts.findIndex((fact) => fact.holds(known) !== true)
  return 1 + (gap < 0 ? facts.length : gap)
}

/** More than half, of one at least. */
export const most = (part: number, of: number): boolean => of > 0 && 2 * part > of
