import type { Facts } from '../facts/facts.ts'
import type { Scene } from '../facts/scene.ts'

/** What an indicator says of one community in one window. */
export interface Figure {
  value: number
  /** Its 95 % interval. */
  low?: number
  high?: number
  /** What chance alone would give, and between which bounds in 95 of 100 cases. */
  chance?: { value: number; low?: number; high?: number }
  /** Its denominator. */
  of: number
  /** How many people's doings it rests on. */
  behind: number
  /** Where it is a share of people: how many they are. */
  part?: number
  /** Finer numbers beside it; null where too few are behind. */
  parts?: Record<string, number | null>
}

export interface Words {
  name: string
  meaning: string
  formula: string
  /** The denominator, with `{of}`. */
  of: string
  caution: string
  /** With `{value}` and `{of}`. */
  sentence: string
  parts?: Record<string, string>
}

export interface Indicator {
  readonly id: string
  /** How its value is written. */
  readonly kind: 'share' | 'hours' | 'days' | 'index' | 'number' | 'ratio'
  /**
   * What stands behind it: doings of people (five of them, and five behind each change), people themselves (five in each
   * part, and five behind each change), or things that its readers can look through one by one.
   */
  readonly about: 'acts' | 'people' | 'things'
  /** Which days it looks at, up to the end of the quarter. */
  readonly window: 'month' | 'quarter' | 'year'
  /** Names of its parts that are counts; the others are shares. */
  readonly counted?: readonly string[]
  readonly source: string
  readonly words: { readonly en: Words; readonly fi: Words }
  /** Rows of the practices that it flags, where it is about some of them, as of a moment. */
  flagged?(facts: Facts, to: number): number[]
  /** Nothing where there is nothing to divide by. */
  of(scene: Scene): Figure | undefined
}
