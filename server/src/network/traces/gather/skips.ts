/** Why something that was read makes no tie. Rows are counted from 1, the head included, as a spreadsheet shows them. */
export const reasons = [
  'badTime',
  'future',
  'old',
  'noFrom',
  'noTo',
  'self',
  'audience',
  'badWeight',
  'tooFewCells',
  'quote',
  'cut',
  'unreadable',
  'unknown',
  'noPerson',
  'doubtful',
  'notAgreed',
] as const
export type Reason = (typeof reasons)[number]

const shown = 12

export type SkipCounts = Partial<Record<Reason, { count: number; rows: number[] }>>

/** Counts what was left out, with the first rows of each kind. */
export class Skips {
  readonly counts: SkipCounts

  constructor(before: SkipCounts = {}) {
    this.counts = structuredClone(before)
  }

  add(why: Reason, row?: number, count = 1) {
    const held = (this.counts[why] ??= { count: 0, rows: [] })
    held.count += count
    if (row !== undefined && held.rows.length < shown && held.rows.at(-1) !== row) held.rows.push(row)
  }
}
