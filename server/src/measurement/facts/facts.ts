/**
 * What happened in a community, as plain columns: people are numbers below `people`, other things the place of their row,
 * -1 for what is not known; moments are milliseconds, Infinity for what has not come. Rows stand in the order of time.
 */
export interface Facts {
  readonly people: number
  /** Where each person works, by number. */
  readonly unit: Int32Array
  readonly members: { readonly who: Int32Array; readonly from: Float64Array; readonly to: Float64Array }
  /** Days on which somebody did something here. */
  readonly active: { readonly who: Int32Array; readonly at: Float64Array }
  readonly inquiries: {
    readonly by: Int32Array
    readonly at: Float64Array
    readonly withdrawn: Float64Array
    readonly resolved: Float64Array
    /** Turned out to repeat another one, or was solved by a practice that there was already. */
    readonly known: Uint8Array
    /** How many were asked before these. */
    readonly before: number
  }
  readonly replies: {
    readonly inquiry: Int32Array
    readonly by: Int32Array
    /** Who is spoken to: whoever wrote what is replied to, or who asked. */
    readonly to: Int32Array
    readonly at: Float64Array
    readonly helped: Float64Array
    readonly thanked: Uint8Array
    /** An answer or an experience, not a question back, a challenge or a reply to a reply. */
    readonly answer: Uint8Array
  }
  readonly topics: { readonly inquiry: Int32Array; readonly topic: Int32Array }
  readonly practices: {
    readonly id: readonly string[]
    readonly by: Int32Array
    readonly made: Float64Array
    readonly current: Float64Array
    readonly retired: Float64Array
    readonly validated: Float64Array
    readonly inquiry: Int32Array
    readonly days: Float64Array
  }
  readonly verifications: { readonly practice: Int32Array; readonly at: Float64Array; readonly days: Float64Array }
  readonly applications: {
    readonly practice: Int32Array
    readonly by: Int32Array
    readonly at: Float64Array
    readonly outcome: readonly Outcome[]
  }
  readonly adoptions: {
    readonly practice: Int32Array
    readonly unit: Int32Array
    readonly at: Float64Array
    readonly state: readonly Decision[]
  }
  readonly proposals: { readonly practice: Int32Array; readonly unit: Int32Array; readonly at: Float64Array }
  readonly runs: { readonly practice: Int32Array; readonly by: Int32Array; readonly at: Float64Array }
}

export type Outcome = 'worked' | 'partly' | 'failed'
export type Decision = 'trying' | 'adopted' | 'declined' | 'dropped'

export const hour = 3_600_000
export const day = 24 * hour
export const year = 365 * day
