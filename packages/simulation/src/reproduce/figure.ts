/** One place of a curve: ours with half of its 95% interval, and what was published there. */
export interface FigurePoint {
  readonly x: number
  readonly ours: number
  readonly halfWidth: number
  readonly published?: number
}

export interface FigureCurve {
  /** The value of one setting that the curve stands for, or a word of its own. */
  readonly of: { readonly setting: string; readonly value: unknown } | string
  readonly points: readonly FigurePoint[]
}

/** A published picture drawn anew: a measure over a setting, curve by curve. */
export interface Figure {
  readonly x: string
  readonly measure: string
  readonly curves: readonly FigureCurve[]
}
