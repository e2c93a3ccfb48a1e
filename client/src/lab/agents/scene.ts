/** What everybody believes, against reality: 1, -1 or 0 for no belief. A person's beliefs lie side by side. */
export interface BeliefsScene {
  readonly kind: 'beliefs'
  readonly dimensions: number
  readonly people: number
  readonly reality: Int8Array
  readonly code: Int8Array
  readonly beliefs: Int8Array
}

/** People on a ring with their ties. */
export interface NetworkScene {
  readonly kind: 'network'
  readonly people: number
  /** Each tie once. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** 0 to 1: how good what one has is; empty where nothing is good or bad. */
  readonly height: Float64Array
  /** 1 … 8 for those who have the same as many others, 0 for the rest. */
  readonly same: Uint8Array
  /** 2 for who practises it, 1 for who did, 0 for neither; empty where nothing spreads. */
  readonly practises: Uint8Array
}

/** What became of the problem of this period. */
export const outcome = { none: 0, alone: 1, helped: 2, elsewhere: 3 } as const

/** The line above and the communities below, and where problems went in this period. */
export interface StructureScene {
  readonly kind: 'structure'
  readonly structure: string
  readonly people: number
  readonly span: number
  /** 0 to 1, mean over the domains. */
  readonly competence: Float64Array
  readonly outcome: Uint8Array
  /** Strong ties, each once. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** Who asked whom, and whether it helped. */
  readonly askers: Int32Array
  readonly asked: Int32Array
  readonly helped: Uint8Array
  /** Who was handed a problem from above. */
  readonly delegates: Int32Array
  /** Problems that each unit's manager, and the top manager, handed on. */
  readonly managers: Int32Array
  readonly top: number
}

export type Scene = BeliefsScene | NetworkScene | StructureScene

/** One moment of a run that is watched. */
export interface Moment {
  readonly period: number
  readonly over: boolean
  readonly measures: Float64Array
  /** Nothing where there are too many people to draw. */
  readonly scene: Scene | undefined
}
