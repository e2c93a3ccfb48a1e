import type { Cell } from '../experiment/design.ts'
import type { Results } from '../experiment/results.ts'
import { type Contest, contest, type Tally, tallyOf } from '../experiment/statistics.ts'
import type { Model } from '../model.ts'
import { sqrt } from '../random/exp.ts'
import type { Figure } from './figure.ts'

/** `full` takes minutes, `quick` seconds: fewer runs, and so wider bands. */
export type Budget = 'full' | 'quick'

/** `holds`: within the tolerance; `differs`: not; `known`: not, as the research already knew. */
export type Verdict = 'holds' | 'differs' | 'known'

/** One published value or statement beside ours. */
export interface Line {
  readonly study: string
  readonly what: string
  /** A value, or a statement such as `> 0`. */
  readonly published: number | string
  readonly ours: number
  /** How far ours may be from a value, or how far beyond the bound it must be. */
  readonly tolerance: number
  readonly verdict: Verdict
  readonly runs: number
  readonly seed: number
  /** Why a mismatch is known, or what the value is. */
  readonly note?: string
}

/** A published table or figure, the experiment that should give it, and how the two are compared. */
export interface Study {
  readonly name: string
  readonly model: Model
  readonly title: string
  /** Where the published numbers are from, and how exact they are. */
  readonly source: string
  readonly settings: Cell
  readonly cells: readonly Cell[]
  readonly runs: Readonly<Record<Budget, number>>
  check(found: Found): Line[]
  /** The pictures that go with it, where there is a curve to draw. */
  figures?(found: Found): Figure[]
}

export type Difference = Pick<Contest, 'difference' | 'error' | 'pairs'>

/** Standard errors within which what is the same must lie. */
export const ERRORS = 4

/** What an experiment came to, with words to compare it by. */
export class Found {
  readonly study: Study
  readonly results: Results
  readonly #seed: number

  constructor(study: Study, results: Results) {
    this.study = study
    this.results = results
    this.#seed = results.experiment.seed
  }

  /** The values of the cell with exactly these own settings; throws a RangeError if there is none. */
  values(cell: Cell, measure: string): Float64Array {
    const key = keyOf(cell)
    const at = this.study.cells.findIndex((each) => keyOf(each) === key)
    if (at < 0) throw new RangeError(`The study ${this.study.name} has no cell ${key}.`)
    return this.results.values(at, measure)
  }

  tally(cell: Cell, measure: string): Tally {
    return tallyOf(this.values(cell, measure))
  }

  /** The same replications under two settings. */
  pairs(one: Cell, other: Cell, measure: string, tie = 0): Contest {
    return contest(this.values(one, measure), this.values(other, measure), tie)
  }

  /** Ours beside a published value: within 4 errors of both, and `noise` besides. */
  near(
    what: string,
    published: number,
    ours: { mean: number; error: number; count: number },
    { error = 0, noise = 0, known }: { error?: number; noise?: number; known?: string } = {},
  ): Line {
    const tolerance = ERRORS * sqrt(ours.error * ours.error + error * error) + noise
    const off = Math.abs(ours.mean - published)
    return this.line(what, published, ours.mean, tolerance, off <= tolerance, ours.count, known)
  }

  /** A difference of pairs beside a published one. */
  nearDifference(
    what: string,
    published: number,
    { difference: mean, error, pairs: count }: Difference,
    noise = 0,
  ): Line {
    return this.near(what, published, { mean, error, count }, { noise })
  }

  /** A difference that should be above a bound by 4 errors. */
  above(what: string, bound: number, { difference, error, pairs }: Difference, known?: string): Line {
    const tolerance = ERRORS * error
    return this.line(what, `> ${bound}`, difference, tolerance, difference - tolerance > bound, pairs, known)
  }

  line(
    what: string,
    published: number | string,
    ours: number,
    tolerance: number,
    holds: boolean,
    runs: number,
    known?: string,
  ): Line {
    const verdict = holds ? 'holds' : known === undefined ? 'differs' : 'known'
    const line = { study: this.study.name, what, published, ours, tolerance, verdict, runs, seed: this.#seed } as const
    return known === undefined ? line : { ...line, note: known }
  }
}

const keyOf = (cell: Cell) => JSON.stringify(Object.entries(cell).toSorted(([one], [other]) => (one < other ? -1 : 1)))
